import { DEFAULT_START, instant, type EpochMicros } from './instant.ts';

/** Reads the virtual time. What needs the time takes one of these, never the machine's clock. */
export interface Clock {
	now(): EpochMicros;
}

/** The one clock of a world. It stands still except for `advance`. */
export class VirtualClock implements Clock {
	#now: EpochMicros;

	constructor(start: EpochMicros = DEFAULT_START) {
		this.#now = start;
	}

	now(): EpochMicros {
		return this.#now;
	}

	/** Moves the clock on by `micros` (zero or more). */
	advance(micros: number): void {
		if (micros < 0) throw new RangeError('The clock of a world only moves forward');
		this.#now = instant(this.#now + micros);
	}
}
