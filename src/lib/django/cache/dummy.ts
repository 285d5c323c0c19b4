import type { CachePort } from './cache.ts';

/** `DummyCache`: takes everything and keeps nothing. */
export const dummyCache: CachePort = {
	get: () => null,
	set: () => undefined,
	add: () => true,
	has: () => false,
	remove: () => false,
	clear: () => undefined,
	entries: () => []
};
