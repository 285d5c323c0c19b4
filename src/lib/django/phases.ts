/** The phases of an exchange that run inside the server, in order. */
export const SERVER_PHASES = [
	'receive',
	'middleware-in',
	'route',
	'view',
	'middleware-out',
	'respond'
] as const;

export type ServerPhase = (typeof SERVER_PHASES)[number];
