import type { CachePort } from '../cache/cache.ts';

/**
 * A session object as the engines see it. `D` is its dictionary, which they hand on and never look into: with Python
 * behind it, it stays in Python. Every method is virtual: a subclass in the learner's project may override it.
 */
export interface SessionSelf<D> {
	/** `_session_key`: `null`, or a key of at least 8 characters. */
	key: string | null;
	/** `_session_cache`. */
	readonly cached: D;
	setCached(data: D): void;
	setModified(): void;
	empty(): D;
	/** `_get_session(no_load)`: the dictionary, loaded when it must be. */
	data(noLoad: boolean): D;
	newKey(): string;
	encode(data: D): string;
	decode(text: string): D;
	/** `get_expiry_date()` as SQLite stores it. */
	expiryDate(): string;
	/** Reads a date of the table that is not as Django writes it. @throws ValueError where it is no moment */
	readDate(text: string): void;
	/** `get_expiry_age()` in seconds, `expiry` read from the given data. */
	expiryAge(): number;
	/** Seconds until the session of a file expires, whose data this is. */
	fileExpiryAge(data: D): number;
	/** `_key_to_file(key)`; `null` for a key that is no file name. */
	filePath(key: string): string | null;
	/** `get_session_cookie_age()` in seconds. */
	cookieAge(): number;
	/** The serializer alone: data to text or bytes, and back. */
	serialize(data: D): string | Uint8Array;
	/** @returns `null` when the serializer raises */
	tryDeserialize(bytes: Uint8Array): D | null;
	create(): void;
	save(mustCreate: boolean): void;
	remove(key: string | null): void;
	exists(key: string): boolean;
	clear(): void;
	/** The cache that `SESSION_CACHE_ALIAS` names. @throws InvalidCacheBackendError */
	readonly cache: CachePort<D>;
	/** Does some work on the cache; what it raises is logged (`django.contrib.sessions`), not raised. */
	logFailure(work: () => void): void;
	/** `cache_key_prefix`. */
	cachePrefix(): string;
	/** `cache_key`: the prefix and the key. */
	cacheKey(): string;
}
