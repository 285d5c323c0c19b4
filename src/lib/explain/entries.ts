import type { WorldEvent, WorldEventType } from '../world/events.ts';
import type { Explanation } from './explanation.ts';

/** The event of one type. */
export type EventOf<Type extends WorldEventType> = Extract<WorldEvent, { type: Type }>;

/** A part of the catalogue: for each type of event the text that explains it, filled in from the event. */
export type Entries<Types extends WorldEventType> = {
	readonly [Type in Types]: (event: EventOf<Type>) => Explanation;
};
