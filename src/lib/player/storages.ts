import { engineName } from '../explain/switches.ts';
import type { StoreView } from '../world/projection.ts';

/** The places where sessions lie. */
export type StorageKind = 'table' | 'cache' | 'files' | 'cookies';

export interface Storage {
	readonly kind: StorageKind;
	/** The engine uses it; else it only holds what an engine before left there. */
	readonly own: boolean;
}

const OF_ENGINE: Readonly<Record<string, readonly StorageKind[]>> = {
	db: ['table'],
	cached_db: ['table', 'cache'],
	cache: ['cache'],
	file: ['files'],
	signed_cookies: ['cookies']
};

/** What the store pane shows: the engine's own storage, and what is left over from others. */
export function storages(store: StoreView, gone: Readonly<Record<'cache' | 'files', number>>): Storage[] {
	const own = OF_ENGINE[store.engine === null ? '' : engineName(store.engine)] ?? ['table'];
	const filled: StorageKind[] = [];
	if ((store.sessions?.length ?? 0) > 0) filled.push('table');
	if (store.cache.length + gone.cache > 0) filled.push('cache');
	if (store.sessionFiles.length + gone.files > 0) filled.push('files');
	return [
		...own.map((kind) => ({ kind, own: true })),
		...filled.filter((kind) => !own.includes(kind)).map((kind) => ({ kind, own: false }))
	];
}

/** What the tab of the store is called. */
export function storeTitle(engine: string | null | undefined): string {
	const titles: Readonly<Record<string, string>> = {
		cached_db: 'Table and cache',
		cache: 'Cache',
		file: 'Session files',
		signed_cookies: 'Session cookie'
	};
	return (engine && titles[engineName(engine)]) || 'django_session';
}

/** The name of a storage over its part of the pane. */
export function storageTitle(kind: StorageKind, folder: string): string {
	switch (kind) {
		case 'table':
			return 'The table django_session';
		case 'cache':
			return 'Entries of the cache';
		case 'files':
			return `Session files in ${folder}`;
		case 'cookies':
			return 'The session cookie';
		default:
			return kind satisfies never;
	}
}
