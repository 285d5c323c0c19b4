import type { Cookie } from '../browser/cookies/cookie.ts';
import type { ProfileName } from '../world/action.ts';
import type { Projection, SessionRow } from '../world/projection.ts';

export type Change = 'added' | 'changed';

/** What differs between two moments, by the keys that the panes show. */
export interface Changes {
	/** By `cookieKey`. */
	readonly cookies: ReadonlyMap<string, Change>;
	/** By session key. */
	readonly rows: ReadonlyMap<string, Change>;
	/** Rows that are gone: shown as ghosts for one step. */
	readonly ghosts: readonly SessionRow[];
	/** Browsers that show another page. */
	readonly pages: ReadonlySet<ProfileName>;
	/** How many lines the console has more. */
	readonly consoleLines: number;
}

const NOTHING: Changes = {
	cookies: new Map(),
	rows: new Map(),
	ghosts: [],
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
	const rowsBefore = new Map(before.store.sessions?.map((row) => [row.sessionKey, row]));
	const rowsAfter = new Map(after.store.sessions?.map((row) => [row.sessionKey, row]));
	return {
		cookies: differences(cookiesOf(before), cookiesOf(after), sameCookie),
		rows: differences(rowsBefore, rowsAfter, sameRow),
		ghosts: [...rowsBefore.values()].filter(({ sessionKey }) => !rowsAfter.has(sessionKey)),
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

/** Growing old is a change, too: the row is shown differently. */
function sameRow(a: SessionRow, b: SessionRow): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
