/** A cache as the session engines use it. `V`: a value, which they never look into. */
export interface CachePort<V> {
	get(key: string): V | null;
	/** `timeout` in seconds; `null`: for ever; zero or less: not at all. */
	set(key: string, value: V, timeout: number | null): void;
	/** Sets unless the key is there. @returns whether it was set */
	add(key: string, value: V, timeout: number | null): boolean;
	has(key: string): boolean;
	remove(key: string): void;
}

/** What one process keeps in memory, as the page shows it. */
export interface CacheEntry {
	/** `LOCATION` of the cache: caches of one location share their entries. */
	readonly location: string;
	/** With prefix and version, as it is stored. */
	readonly key: string;
	/** A pickle. */
	readonly value: Uint8Array;
	/** Microseconds since the epoch; `null`: for ever. */
	readonly expires: number | null;
}
