import type { Cookie } from '../browser/cookies/cookie.ts';
import type { ProfileName } from '../world/action.ts';
import type { CacheEntryView, Projection, SessionFileView, SessionRow } from '../world/projection.ts';

export type Change = 'added' | 'changed';

/** What differs between two moments, by the keys that the panes show. */
export interface Changes {
	/** By `cookieKey`. */
	readonly cookies: ReadonlyMap<string, Change>;
	/** By session key. */
	readonly rows: ReadonlyMap<string, Change>;
	/** Rows that are gone: shown as ghosts for one step. */
	readonly ghosts: readonly SessionRow[];
	/** By `entryKey`. */
	readonly cache: ReadonlyMap<string, Change>;
	readonly cacheGhosts: readonly CacheEntryView[];
	/** By name. */
	readonly files: ReadonlyMap<string, Change>;
	readonly fileGhosts: readonly SessionFileView[];
	/** Browsers that show another page. */
	readonly pages: ReadonlySet<ProfileName>;
	/** How many lines the console has more. */
	readonly consoleLines: number;
}

const NOTHING: Changes = {
	cookies: new Map(),
	rows: new Map(),
	ghosts: [],
	cache: new Map(),
	cacheGhosts: [],
	files: new Map(),
	fileGhosts: [],
	pages: new Set(),
	consoleLines: 0
};

/** Names a cookie of a browser: no two have the same. */
export function cookieKey(profile: ProfileName, { name, domain, path, hostOnly, partition }: Cookie): string {
	return JSON.stringify([profile, name, domain, path, hostOnly, partition ?? null]);
}

/** What changed from one moment to the next. `null`: there was none before. */
export function changesBetween(before: Projection | null, after: Projection | null): Changes {
	if (!before || !after || before === after) return NOTHING;
	const rows = { before: byKey(before.store.sessions, rowKey), after: byKey(after.store.sessions, rowKey) };
	const cache = {
		before: byKey(ofAnotherWorker(before, after) ? after.store.cache : before.store.cache, entryKey),
		after: byKey(after.store.cache, entryKey)
	};
	const files = {
		before: byKey(before.store.sessionFiles, fileKey),
		after: byKey(after.store.sessionFiles, fileKey)
	};
	return {
		cookies: differences(cookiesOf(before), cookiesOf(after), sameCookie),
		rows: differences(rows.before, rows.after, same),
		ghosts: gone(rows),
		cache: differences(cache.before, cache.after, same),
		cacheGhosts: gone(cache),
		files: differences(files.before, files.after, same),
		fileGhosts: gone(files),
		pages: new Set(
			after.profiles
				.filter(({ name, page }) => {
					const shown = before.profiles.find((profile) => profile.name === name)?.page;
					return page?.exchange !== shown?.exchange;
				})
				.map(({ name }) => name)
		),
		consoleLines: Math.max(0, after.server.console.length - before.server.console.length)
	};
}

/** Whether anything of what the server stores is different. */
export function storeChanged({ rows, ghosts, cache, cacheGhosts, files, fileGhosts }: Changes): boolean {
	const ofMaps = rows.size + cache.size + files.size;
	return ofMaps + ghosts.length + cacheGhosts.length + fileGhosts.length > 0;
}

function cookiesOf({ profiles }: Projection): Map<string, Cookie> {
	return new Map(
		profiles.flatMap(({ name, cookies }) =>
			cookies.map((cookie) => [cookieKey(name, cookie), cookie] as const)
		)
	);
}

function differences<T>(
	before: ReadonlyMap<string, T>,
	after: ReadonlyMap<string, T>,
	same: (a: T, b: T) => boolean
): Map<string, Change> {
	const found = new Map<string, Change>();
	for (const [key, value] of after) {
		const old = before.get(key);
		if (old === undefined) found.set(key, 'added');
		else if (!same(old, value)) found.set(key, 'changed');
	}
	return found;
}

/** Being sent (`lastAccess`) is no change that anybody would look for. */
function sameCookie(a: Cookie, b: Cookie): boolean {
	return JSON.stringify({ ...a, lastAccess: 0 }) === JSON.stringify({ ...b, lastAccess: 0 });
}

/** Growing old is a change, too: a row or an entry is then shown differently. */
function same(a: unknown, b: unknown): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

/** Another worker has answered, and the one before runs on: the entries on show are of another memory. */
function ofAnotherWorker(before: Projection, after: Projection): boolean {
	const { process } = before.server;
	return process !== after.server.process && after.server.workers.includes(process);
}

const rowKey = ({ sessionKey }: SessionRow): string => sessionKey;
const fileKey = ({ name }: SessionFileView): string => name;

/** Names an entry of a cache: no two have the same. */
export function entryKey({ location, key }: CacheEntryView): string {
	return JSON.stringify([location, key]);
}

function byKey<T>(values: readonly T[] | null, keyOf: (value: T) => string): Map<string, T> {
	return new Map(values?.map((value) => [keyOf(value), value]));
}

function gone<T>({ before, after }: Record<'before' | 'after', ReadonlyMap<string, T>>): T[] {
	return [...before].filter(([key]) => !after.has(key)).map(([, value]) => value);
}
