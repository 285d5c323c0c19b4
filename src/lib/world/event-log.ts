import type { ExchangeEvent, ExchangeId } from '../exchange/events.ts';
import type { Phase } from '../exchange/phases.ts';
import type { ServerEvent } from '../django/events.ts';
import type { Clock } from '../time/clock.ts';
import type { ProfileName } from './action.ts';
import type { FaultEvent } from './faults/fault-events.ts';
import type { WorldEvent, WorldOwnEvent } from './events.ts';

/** Where an event belongs. */
export interface EventPlace {
	readonly exchange?: ExchangeId;
	readonly phase?: Phase;
	readonly profile?: ProfileName;
}

/** What a world, its servers or its exchanges say. */
export type Said = ExchangeEvent | ServerEvent | WorldOwnEvent | FaultEvent;

/** Notes an event that belongs to no exchange and to no browser. */
export type Say = (event: Said) => void;

/** Numbers and dates what the world says, and hands it out once per action. */
export class EventLog {
	#seq = 0;
	#pending: WorldEvent[] = [];
	readonly #clock: Clock;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** The number of the next event. */
	get next(): number {
		return this.#seq;
	}

	/** Goes on from a number. */
	continueFrom(next: number): void {
		this.#seq = next;
	}

	/** Notes an event. @returns it with its number, time and place */
	say(event: Said, place: EventPlace = {}): WorldEvent {
		const placed = { ...event, ...place, seq: this.#seq, at: this.#clock.now() };
		this.#seq += 1;
		this.#pending.push(placed);
		return placed;
	}

	/** The events since the last call. */
	take(): readonly WorldEvent[] {
		const events = this.#pending;
		this.#pending = [];
		return events;
	}
}
