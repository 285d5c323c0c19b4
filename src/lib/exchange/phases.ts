import { SERVER_PHASES } from '../django/phases.ts';

/** The phases of an exchange, in order. The same names stand in prose, diagram, trace and code. */
export const PHASES = [
	'navigate',
	'attach-cookies',
	'send',
	...SERVER_PHASES,
	'store-cookies',
	'render'
] as const;

export type Phase = (typeof PHASES)[number];

/** The four actors of the stage. */
export type Actor = 'browser' | 'wire' | 'server' | 'store';

/** Who acts in a phase. */
export const ACTOR_OF: Readonly<Record<Phase, Actor>> = {
	navigate: 'browser',
	'attach-cookies': 'browser',
	send: 'wire',
	receive: 'server',
	'middleware-in': 'server',
	route: 'server',
	view: 'server',
	'middleware-out': 'server',
	respond: 'wire',
	'store-cookies': 'browser',
	render: 'browser'
};
