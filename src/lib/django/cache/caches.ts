import { DjangoError } from '../error.ts';
import type { ProjectHost } from '../server.ts';
import type { CachePort } from './cache.ts';
import { LocMemCache } from './locmem.ts';
import { dummyCache } from './dummy.ts';

/** One entry of `CACHES`. */
interface CacheSetting {
	readonly BACKEND?: unknown;
	readonly KEY_PREFIX?: unknown;
	readonly VERSION?: unknown;
	readonly OPTIONS?: { readonly MAX_ENTRIES?: unknown; readonly CULL_FREQUENCY?: unknown };
}

/**
 * The cache of an alias in `CACHES`.
 * @throws DjangoError `InvalidCacheBackendError` for an alias or a backend that is not there
 */
export function caches(alias: string, setting: unknown, clock: Pick<ProjectHost, 'now'>): CachePort {
	const entry = (setting as Readonly<Record<string, CacheSetting>> | undefined)?.[alias];
	if (!entry) throw invalid(`The connection '${alias}' doesn't exist.`);
	const backend = String(entry.BACKEND);
	switch (backend.split('.').at(-1)) {
		case 'LocMemCache':
			return new LocMemCache(clock, {
				maxEntries: numberOr(entry.OPTIONS?.MAX_ENTRIES, 300),
				cullFrequency: numberOr(entry.OPTIONS?.CULL_FREQUENCY, 3),
				makeKey: (key) => `${text(entry.KEY_PREFIX)}:${text(entry.VERSION ?? 1)}:${key}`
			});
		case 'DummyCache':
			return dummyCache;
		default:
			throw invalid(`Could not find backend '${backend}': it is not part of this simulation.`);
	}
}

function invalid(message: string): DjangoError {
	return new DjangoError('django.core.cache.backends.base.InvalidCacheBackendError', message);
}

function numberOr(value: unknown, otherwise: number): number {
	return typeof value === 'number' ? value : otherwise;
}

function text(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
