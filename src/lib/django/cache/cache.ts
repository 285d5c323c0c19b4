/** A cache as Django's backends offer it: bytes with a time to live. Keys as given, before prefix and version. */
export interface CachePort {
	get(key: string): Uint8Array | null;
	/** `timeout` in seconds; `null`: for ever; zero or less: not at all. */
	set(key: string, value: Uint8Array, timeout: number | null): void;
	/** Sets unless the key is there. @returns whether it was set */
	add(key: string, value: Uint8Array, timeout: number | null): boolean;
	has(key: string): boolean;
	/** @returns whether there was one */
	remove(key: string): boolean;
	clear(): void;
	entries(): readonly CacheEntry[];
}

export interface CacheEntry {
	readonly key: string;
	readonly value: Uint8Array;
	/** Microseconds since the epoch; `null`: for ever. */
	readonly expires: number | null;
}
