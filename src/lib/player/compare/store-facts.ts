import type { Projection, StoreView } from '../../world/projection.ts';

/** What became of an entry of a store. */
type Change = 'written' | 'gone' | 'expired, still there';

interface Entry {
	readonly text: string;
	readonly expired: boolean;
}

/** What changed where; `same` leaves the place out, so that a row and a file compare. */
export interface StoreChange {
	readonly text: string;
	readonly same: string;
}

/** What happened to the stored sessions between two looks; `null` when nothing did. */
export function storeChange(before: Projection, after: Projection): StoreChange | null {
	const places: readonly (readonly [string, ReadonlyMap<string, Entry>, ReadonlyMap<string, Entry>])[] = [
		['row', rowsOf(before.store), rowsOf(after.store)],
		['file', filesOf(before.store), filesOf(after.store)],
		...(looksAtOneCache(before, after)
			? [['cache entry', cacheOf(before.store), cacheOf(after.store)] as const]
			: [])
	];
	const found = places.flatMap(([place, was, is]) =>
		changesBetween(was, is).map(({ change, count }) => ({
			change,
			text: `${count === 1 ? place : `${count} ${many(place)}`} ${change}`
		}))
	);
	if (found.length === 0) return null;
	return {
		text: found.map(({ text }) => text).join(', '),
		same: [...new Set(found.map(({ change }) => change))].join(', ')
	};
}

function many(place: string): string {
	return place === 'cache entry' ? 'cache entries' : `${place}s`;
}

function changesBetween(was: ReadonlyMap<string, Entry>, is: ReadonlyMap<string, Entry>) {
	const counts = new Map<Change, number>();
	const count = (change: Change) => counts.set(change, (counts.get(change) ?? 0) + 1);
	for (const [key, { text, expired }] of is) {
		const old = was.get(key);
		if (!old || old.text !== text) count('written');
		else if (expired && !old.expired) count('expired, still there');
	}
	for (const key of was.keys()) if (!is.has(key)) count('gone');
	return [...counts].map(([change, count]) => ({ change, count }));
}

/** The view shows the cache of one process. With several of them the next look may be at another. */
function looksAtOneCache(before: Projection, after: Projection): boolean {
	const isAlive = after.server.workers.includes(before.server.process);
	return before.server.process === after.server.process || !isAlive;
}

function rowsOf({ sessions }: StoreView): ReadonlyMap<string, Entry> {
	return new Map(
		(sessions ?? []).map(({ sessionKey, sessionData, expireDate, expired }) => [
			sessionKey,
			{ text: `${sessionData} ${expireDate}`, expired }
		])
	);
}

function filesOf({ sessionFiles }: StoreView): ReadonlyMap<string, Entry> {
	return new Map(
		sessionFiles.map(({ name, content, modified }) => [
			name,
			{ text: `${content} ${modified}`, expired: false }
		])
	);
}

function cacheOf({ cache }: StoreView): ReadonlyMap<string, Entry> {
	return new Map(
		cache.map(({ location, key, value, expires, expired }) => [
			`${location} ${key}`,
			{ text: `${value ?? ''} ${expires ?? ''}`, expired }
		])
	);
}
