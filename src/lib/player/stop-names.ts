export const STOPS = [
	'send',
	'receive',
	'route',
	'view',
	'save',
	'respond',
	'store-cookies',
	'refused',
	'missed',
	'raised'
] as const;

/** Where playing and running to the end stop. */
export type Stop = (typeof STOPS)[number];
