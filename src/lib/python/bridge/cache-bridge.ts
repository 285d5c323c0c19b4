import type { CacheEntry } from '../../django/cache/cache.ts';
import { LocMemStore } from '../../django/cache/locmem.ts';
import type { Clock } from '../../time/clock.ts';
import type { BridgeFunction } from '../interpreter/python-space.ts';
import { bytesToText, textToBytes } from './bytes-as-text.ts';

/** The memory caches of one process, by `LOCATION`. */
export class CacheBridge {
	readonly #clock: Clock;
	readonly #stores = new Map<string, LocMemStore>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** All that is kept. */
	entries(): CacheEntry[] {
		return [...this.#stores].flatMap(([location, store]) => store.entries(location));
	}

	/** Holds these entries, and no others. */
	restore(entries: readonly CacheEntry[]): void {
		this.clear();
		for (const location of new Set(entries.map((entry) => entry.location))) {
			this.#store(location).restore(entries.filter((entry) => entry.location === location));
		}
	}

	/** Empties all caches, as a restart would. */
	clear(): void {
		for (const store of this.#stores.values()) store.clear();
	}

	/** Forgets a key, whatever `LOCATION` it is kept under. @returns whether there was one */
	forget(key: string): boolean {
		return [...this.#stores.values()].filter((store) => store.remove(key)).length > 0;
	}

	/** What `django.core.cache` asks of the host. */
	readonly functions: Readonly<Record<string, BridgeFunction>> = {
		// Pickles cross as text, a character a byte.
		'locmem.get': (location: string, key: string) => {
			const value = this.#store(location).get(key);
			return value && bytesToText(value);
		},
		'locmem.set': (location: string, ...[key, value, timeout, max, cull]: TellEntry) => {
			this.#store(location).set(key, textToBytes(value), timeout ?? null, {
				maxEntries: max,
				cullFrequency: cull
			});
		},
		'locmem.add': (location: string, ...[key, value, timeout, max, cull]: TellEntry) =>
			this.#store(location).add(key, textToBytes(value), timeout ?? null, {
				maxEntries: max,
				cullFrequency: cull
			}),
		'locmem.has': (location: string, key: string) => this.#store(location).has(key),
		'locmem.touch': (location: string, key: string, timeout?: number | null) =>
			this.#store(location).touch(key, timeout ?? null),
		'locmem.replace': (location: string, key: string, value: string) => {
			this.#store(location).replace(key, textToBytes(value));
		},
		'locmem.delete': (location: string, key: string) => this.#store(location).remove(key),
		'locmem.clear': (location: string) => {
			this.#store(location).clear();
		}
	};

	#store(location: string): LocMemStore {
		let store = this.#stores.get(location);
		if (!store) this.#stores.set(location, (store = new LocMemStore(this.#clock)));
		return store;
	}
}

type TellEntry = [key: string, value: string, timeout: number | null | undefined, max: number, cull: number];
