import type { ExchangeId } from '../exchange/events.ts';
import type { PlayedMoment } from './history.ts';
import type { Stop } from './stop-names.ts';
import { stopAfter, stopBefore } from './stops.ts';

/** The end of a path, where steps are done. */
interface Steps {
	readonly moments: readonly PlayedMoment[];
	apply(action: { readonly type: 'step'; readonly exchange: ExchangeId }): Promise<void>;
	/** Takes the last action back, as if it had never been done. */
	undoLast(): Promise<void>;
}

/**
 * Does one step, unless it is one to stop before: such a step is only seen once it is done, and is taken back.
 * @param goingOn the step that comes next was stopped at, or is the first: it is done in any case
 * @returns why it stops here, or `null`
 */
export async function stepUntilStop(
	world: Steps,
	exchange: ExchangeId,
	chosen: (stop: Stop) => boolean,
	goingOn: boolean
): Promise<Stop | null> {
	const count = world.moments.length;
	await world.apply({ type: 'step', exchange });
	const moment = world.moments.at(-1);
	if (!moment || world.moments.length === count) return null;
	const before = goingOn ? null : stopBefore(moment, chosen);
	if (before) await world.undoLast();
	return before ?? stopAfter(moment, chosen);
}
