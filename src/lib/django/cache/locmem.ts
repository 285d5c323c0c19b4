import { MICROS_PER_SECOND } from '../../time/instant.ts';
import type { Clock } from '../../time/clock.ts';
import type { CacheEntry } from './cache.ts';

export interface CullOptions {
	/** `MAX_ENTRIES`: culls when there are so many. */
	readonly maxEntries: number;
	/** `CULL_FREQUENCY`: one in so many entries goes; 0 empties the cache. */
	readonly cullFrequency: number;
}

interface Entry {
	readonly value: Uint8Array;
	readonly expires: number | null;
}

/**
 * What `LocMemCache` keeps under one `LOCATION`: memory of one process, least recently used out first. Keys come with
 * prefix and version.
 */
export class LocMemStore {
	/** The least recently used first. */
	readonly #entries = new Map<string, Entry>();
	readonly #clock: Clock;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	get(key: string): Uint8Array | null {
		const entry = this.#live(key);
		if (!entry) return null;
		this.#entries.delete(key);
		this.#entries.set(key, entry);
		return entry.value;
	}

	/** `timeout` in seconds; `null`: for ever. */
	set(key: string, value: Uint8Array, timeout: number | null, options: CullOptions): void {
		if (this.#entries.size >= options.maxEntries) this.#cull(options.cullFrequency);
		this.#entries.delete(key);
		this.#entries.set(key, { value, expires: this.#after(timeout) });
	}

	/** Sets unless the key is there. @returns whether it was set */
	add(key: string, value: Uint8Array, timeout: number | null, options: CullOptions): boolean {
		if (!this.#hasExpired(this.#entries.get(key))) return false;
		this.set(key, value, timeout, options);
		return true;
	}

	has(key: string): boolean {
		return this.#live(key) !== null;
	}

	/** Changes when an entry expires. @returns whether there is one */
	touch(key: string, timeout: number | null): boolean {
		const entry = this.#entries.get(key);
		if (!entry || this.#hasExpired(entry)) return false;
		this.#entries.set(key, { ...entry, expires: this.#after(timeout) });
		return true;
	}

	/** Gives an entry another value, not another lifetime. */
	replace(key: string, value: Uint8Array): void {
		const expires = this.#entries.get(key)?.expires ?? null;
		this.#entries.delete(key);
		this.#entries.set(key, { value, expires });
	}

	/** @returns whether there was one */
	remove(key: string): boolean {
		return this.#entries.delete(key);
	}

	clear(): void {
		this.#entries.clear();
	}

	/** Holds these entries, the least recently used first, and no others. */
	restore(entries: readonly CacheEntry[]): void {
		this.#entries.clear();
		for (const { key, value, expires } of entries) this.#entries.set(key, { value, expires });
	}

	/** All that is kept, expired or not, the least recently used first. */
	entries(location: string): CacheEntry[] {
		return [...this.#entries].map(([key, entry]) => ({ location, key, ...entry }));
	}

	/** An entry that has not expired; an expired one goes. */
	#live(key: string): Entry | null {
		const entry = this.#entries.get(key);
		if (entry && !this.#hasExpired(entry)) return entry;
		this.#entries.delete(key);
		return null;
	}

	#hasExpired(entry: Entry | undefined): boolean {
		return !entry || (entry.expires !== null && entry.expires <= this.#clock.now());
	}

	#after(timeout: number | null): number | null {
		return timeout === null ? null : this.#clock.now() + timeout * MICROS_PER_SECOND;
	}

	#cull(frequency: number): void {
		if (frequency === 0) {
			this.#entries.clear();
			return;
		}
		const doomed = Math.floor(this.#entries.size / frequency);
		for (const key of [...this.#entries.keys()].slice(0, doomed)) this.#entries.delete(key);
	}
}
