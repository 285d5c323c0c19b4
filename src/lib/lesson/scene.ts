import type { WorldEvent } from '../world/events.ts';
import type { ExchangeView, Projection } from '../world/projection.ts';

/** What a predicate looks at: the world as it stands, and what has happened since some moment. */
export interface Scene {
	readonly projection: Projection;
	/** The first event that counts, by its `seq`. */
	readonly since: number;
	/** All events from `since` on. */
	readonly events: readonly WorldEvent[];
}

/** What a predicate says of a scene. Both texts are for the learner. */
export interface Verdict {
	readonly holds: boolean;
	readonly expected: string;
	readonly actual: string;
	/** What a trial came to, where `actual` is about counting. */
	readonly seen?: string;
}

/** The exchanges of a scene that are over, oldest first. */
export function endedExchanges({ projection, since }: Scene): readonly ExchangeView[] {
	return projection.exchanges.filter(({ next, events }) => next === null && (events[0]?.seq ?? -1) >= since);
}
