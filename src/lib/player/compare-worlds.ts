import { formatInstant } from '../time/instant.ts';
import type { Cookie } from '../browser/cookies/cookie.ts';
import type { ExchangeView, Projection } from '../world/projection.ts';
import { cookieKey, entryKey } from './changes.ts';
import { pathOf, sayProfile } from './format.ts';

export const WORLD_PARTS = ['Clock', 'Cookies', 'Sessions', 'Cache', 'Responses', 'Files'] as const;
export type WorldPart = (typeof WORLD_PARTS)[number];

/** One thing of two worlds; `null` where a world does not have it. */
export interface ComparedThing {
	readonly part: WorldPart;
	/** What it is, such as "sessionid in Browser". */
	readonly what: string;
	readonly left: string | null;
	readonly right: string | null;
}

interface Thing {
	readonly part: WorldPart;
	readonly key: string;
	readonly what: string;
	readonly text: string;
}

/** Puts two worlds side by side: all that is in either, in the order of `WORLD_PARTS`. */
export function compareWorlds(left: Projection, right: Projection): readonly ComparedThing[] {
	const inLeft = byKey(thingsOf(left));
	const inRight = byKey(thingsOf(right));
	const all = new Map([...inLeft, ...inRight]);
	const things = [...all].map(([key, { part, what }]) => ({
		part,
		what,
		left: inLeft.get(key)?.text ?? null,
		right: inRight.get(key)?.text ?? null
	}));
	return WORLD_PARTS.flatMap((part) => things.filter((thing) => thing.part === part));
}

/** The two worlds differ in this. */
export function differs({ left, right }: ComparedThing): boolean {
	return left !== right;
}

/** Says in words whose a thing is: "only in Path 1", "different", or "the same". */
export function sayDifference({ left, right }: ComparedThing, names: readonly [string, string]): string {
	if (left === right) return 'the same';
	if (left === null) return `only in ${names[1]}`;
	return right === null ? `only in ${names[0]}` : 'different';
}

function thingsOf(world: Projection): Thing[] {
	const { now, profiles, store, server, exchanges } = world;
	return [
		{ part: 'Clock', key: 'now', what: 'The time', text: formatInstant(now) },
		...profiles.flatMap(({ name, cookies }) =>
			cookies.map((cookie): Thing => {
				const what = `${cookie.name} in ${sayProfile(name)}`;
				return { part: 'Cookies', key: cookieKey(name, cookie), what, text: cookieText(cookie) };
			})
		),
		...(store.sessions ?? []).map(({ sessionKey, decoded, sessionData, expireDate }): Thing => ({
			part: 'Sessions',
			key: `row ${sessionKey}`,
			what: `Row ${sessionKey}`,
			text: `${decoded ?? sessionData}\nuntil ${expireDate}`
		})),
		...store.sessionFiles.map(({ name, decoded, content }): Thing => ({
			part: 'Sessions',
			key: `file ${name}`,
			what: `File ${name}`,
			text: decoded ?? content
		})),
		...store.cache.map((entry): Thing => {
			const { key, value, bytes } = entry;
			return { part: 'Cache', key: entryKey(entry), what: key, text: value ?? `${bytes} bytes` };
		}),
		...responses(exchanges),
		...Object.entries(server.files).map(([path, text]): Thing => ({
			part: 'Files',
			key: path,
			what: path,
			text
		}))
	];
}

/** The same request of both worlds is the first, second, … of its kind, whatever came between. */
function responses(exchanges: readonly ExchangeView[]): Thing[] {
	const seen = new Map<string, number>();
	return exchanges.map(({ profile, method, url, response, failure }) => {
		const request = `${sayProfile(profile)}: ${method} ${pathOf(url)}`;
		const count = (seen.get(request) ?? 0) + 1;
		seen.set(request, count);
		const what = count === 1 ? request : `${request}, number ${count}`;
		const text = response ? `${response.status}\n${response.body}` : (failure?.message ?? 'No response yet');
		return { part: 'Responses', key: what, what, text };
	});
}

function cookieText({ value, expires, secure, httpOnly, sameSite }: Cookie): string {
	const until = expires === null ? 'until the browser is closed' : `until ${formatInstant(expires)}`;
	const flags = [secure && 'Secure', httpOnly && 'HttpOnly', `SameSite=${sameSite}`].filter(Boolean);
	return `${value}\n${until}\n${flags.join(', ')}`;
}

function byKey(things: readonly Thing[]): Map<string, Thing> {
	return new Map(things.map((thing) => [JSON.stringify([thing.part, thing.key]), thing]));
}
