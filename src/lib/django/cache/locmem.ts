import { MICROS_PER_SECOND } from '../../time/instant.ts';
import type { Clock } from '../../time/clock.ts';
import type { CacheEntry, CachePort } from './cache.ts';

export interface LocMemOptions {
	/** `MAX_ENTRIES`: culls when there are so many. */
	readonly maxEntries: number;
	/** `CULL_FREQUENCY`: one in so many entries goes; 0 empties the cache. */
	readonly cullFrequency: number;
	/** `KEY_PREFIX` and `VERSION`, as `make_key` joins them. */
	readonly makeKey: (key: string) => string;
}

interface Entry {
	readonly value: Uint8Array;
	readonly expires: number | null;
}

/** `LocMemCache`: memory of one process, least recently used last out. Other processes have another. */
export class LocMemCache implements CachePort {
	/** In Django's order: the most recently used first. */
	readonly #entries = new Map<string, Entry>();
	readonly #clock: Clock;
	readonly #options: LocMemOptions;

	constructor(clock: Clock, options: LocMemOptions) {
		this.#clock = clock;
		this.#options = options;
	}

	get(key: string): Uint8Array | null {
		const made = this.#options.makeKey(key);
		const entry = this.#live(made);
		if (!entry) return null;
		this.#entries.delete(made);
		this.#entries.set(made, entry);
		return entry.value;
	}

	set(key: string, value: Uint8Array, timeout: number | null): void {
		const made = this.#options.makeKey(key);
		if (this.#entries.size >= this.#options.maxEntries) this.#cull();
		this.#entries.delete(made);
		const expires = timeout === null ? null : this.#clock.now() + timeout * MICROS_PER_SECOND;
		this.#entries.set(made, { value, expires: timeout !== null && timeout <= 0 ? -1 : expires });
	}

	add(key: string, value: Uint8Array, timeout: number | null): boolean {
		if (this.#live(this.#options.makeKey(key))) return false;
		this.set(key, value, timeout);
		return true;
	}

	has(key: string): boolean {
		return this.#live(this.#options.makeKey(key)) !== null;
	}

	remove(key: string): boolean {
		return this.#entries.delete(this.#options.makeKey(key));
	}

	clear(): void {
		this.#entries.clear();
	}

	entries(): readonly CacheEntry[] {
		return [...this.#entries].map(([key, entry]) => ({ key, ...entry }));
	}

	/** An entry that has not expired; an expired one goes. */
	#live(made: string): Entry | null {
		const entry = this.#entries.get(made);
		if (!entry) return null;
		if (entry.expires === null || entry.expires > this.#clock.now()) return entry;
		this.#entries.delete(made);
		return null;
	}

	#cull(): void {
		const { cullFrequency } = this.#options;
		if (cullFrequency === 0) {
			this.#entries.clear();
			return;
		}
		const doomed = Math.floor(this.#entries.size / cullFrequency);
		for (const key of [...this.#entries.keys()].slice(0, doomed)) this.#entries.delete(key);
	}
}
