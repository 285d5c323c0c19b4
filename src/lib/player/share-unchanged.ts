import type { Projection } from '../world/projection.ts';

/**
 * The newer projection, with those parts of the older one that are the same. Each answer of the worker is a fresh
 * copy of everything; sharing keeps a long history small, and lets components see what did not change.
 */
export function shareUnchanged(older: Projection, newer: Projection): Projection {
	const known = new Map(older.exchanges.map((exchange) => [exchange.id, exchange]));
	const exchanges = newer.exchanges.map((exchange) => {
		const before = known.get(exchange.id);
		// An exchange changes by its events; one that has ended changes no more.
		return before?.events.length === exchange.events.length && samePhase(before.next, exchange.next)
			? before
			: exchange;
	});
	return {
		...newer,
		exchanges,
		profiles: newer.profiles.map((profile, index) => same(older.profiles[index], profile)),
		server: {
			...newer.server,
			files: same(older.server.files, newer.server.files),
			middleware: same(older.server.middleware, newer.server.middleware),
			settings: same(older.server.settings, newer.server.settings),
			console: sameItems(older.server.console, newer.server.console)
		},
		store: same(older.store, newer.store)
	};
}

function samePhase(a: { phase: string; middleware?: string } | null, b: typeof a): boolean {
	return a?.phase === b?.phase && a?.middleware === b?.middleware;
}

/** A list with those items of the older one that are written alike; the older list where all are. */
function sameItems<T>(older: readonly T[], newer: readonly T[]): readonly T[] {
	const known = new Map(older.map((item) => [JSON.stringify(item), item]));
	const items = newer.map((item) => known.get(JSON.stringify(item)) ?? item);
	const all = items.length === older.length && items.every((item, at) => item === older[at]);
	return all ? older : items;
}

/** Plain values that are written alike are alike. */
function same<T>(older: T | undefined, newer: T): T {
	return older !== undefined && JSON.stringify(older) === JSON.stringify(newer) ? older : newer;
}
