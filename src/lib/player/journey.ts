import { ACTOR_OF, PHASES, type Actor, type Phase } from '../exchange/phases.ts';
import type { ExchangeView } from '../world/projection.ts';

/** Where the two letters of an exchange are. */
export interface Journey {
	readonly request: 'being-written' | 'arrived';
	readonly response: 'none' | 'being-written' | 'arrived';
	/** Who has it in hand. */
	readonly at: Actor;
	/** It came to an end without a response. */
	readonly lost: boolean;
}

/** Reads from an exchange how far it has come. */
export function journeyOf({ done, next, response, failure }: ExchangeView): Journey {
	const sent = hasDone(done?.phase, 'send');
	return {
		request: sent ? 'arrived' : 'being-written',
		response: response
			? 'arrived'
			: sent && next !== null && hasDone(done?.phase, 'view')
				? 'being-written'
				: 'none',
		at: done ? ACTOR_OF[done.phase] : 'browser',
		lost: failure !== null && !response
	};
}

function hasDone(done: Phase | undefined, phase: Phase): boolean {
	return done !== undefined && PHASES.indexOf(done) >= PHASES.indexOf(phase);
}
