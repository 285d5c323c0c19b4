import type { WorldEvent } from '../../world/events.ts';
import type { ExchangeView, Projection, SessionRow } from '../../world/projection.ts';
import { headerValues } from '../../http/message.ts';
import { judge } from '../predicates/judge.ts';
import { FIRST_BROWSER } from '../first-browser.ts';
import type { Predicate } from '../schema/predicate.ts';

/** A check that would pass now and did not pass before. */
export interface ProposedCheck {
	/** A name for its id. */
	readonly id: string;
	/** What there is to see, for the learner; the author writes it better. */
	readonly says: string;
	readonly when: Predicate;
}

/**
 * Checks for what changed between two moments: each holds after it, and did not hold before.
 * @param events what happened in between
 */
export function proposeChecks(
	before: Projection,
	after: Projection,
	events: readonly WorldEvent[]
): ProposedCheck[] {
	const since = events[0]?.seq ?? Infinity;
	const candidates = [
		...after.exchanges.filter(({ events: [first] }) => (first?.seq ?? -1) >= since).flatMap(ofExchange),
		...after.profiles.flatMap(({ name }) => [...ofPage(name, after), ...ofCookies(name, before, after)]),
		...ofRows(before, after),
		...ofClock(before, after)
	];
	const seen = new Set<string>();
	return candidates.filter(({ when }) => {
		const text = JSON.stringify(when);
		const fresh = !seen.has(text);
		seen.add(text);
		return (
			fresh &&
			judge(when, { projection: after, since, events }).holds &&
			!judge(when, { projection: before, since, events: [] }).holds
		);
	});
}

function whose(profile: string) {
	return profile === FIRST_BROWSER ? {} : { browser: profile };
}

/** In `id`s: "browser" goes unsaid. */
function named(name: string, profile = FIRST_BROWSER): string {
	const parts = profile === FIRST_BROWSER ? [name] : [name, 'in', profile];
	return parts
		.join('-')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^[^a-z]+|-+$/g, '');
}

function ofExchange({ profile, method, url, request, response, error, next }: ExchangeView): ProposedCheck[] {
	if (next !== null || !request) return [];
	const { pathname, search } = new URL(url);
	const path = pathname + search;
	const nameOf = (pair: string) => pair.trim().split('=', 1)[0] ?? '';
	const sends = headerValues(request.headers, 'Cookie').flatMap((pairs) => pairs.split(';').map(nameOf));
	const sets = headerValues(response?.headers ?? [], 'Set-Cookie').map(nameOf);
	const about = { method: method as 'GET', path, ...whose(profile) };
	return [
		...(error
			? [
					{
						id: named('error'),
						says: `The view fails with ${error.type}.`,
						when: { exchange: { path, error: error.type } }
					}
				]
			: []),
		...sends.map((name) => ({
			id: named(`sends-${name}`, profile),
			says: `The request for \`${path}\` carries the cookie \`${name}\`.`,
			when: { exchange: { ...about, sends: [name] } }
		})),
		...sets.map((name) => ({
			id: named(`sets-${name}`, profile),
			says: `The response to \`${path}\` sets the cookie \`${name}\`.`,
			when: { exchange: { ...about, sets: [name] } }
		})),
		{
			id: named(`asked-${path}`, profile),
			says: `\`${path}\` was asked for${response ? `, and the answer is ${response.status}` : ''}.`,
			when: { exchange: { ...about, ...(response && { status: response.status }) } }
		}
	];
}

function ofPage(profile: string, { profiles }: Projection): ProposedCheck[] {
	const page = profiles.find(({ name }) => name === profile)?.page;
	const text =
		page?.body
			.replace(/<[^>]*>/g, ' ')
			.replace(/\s+/g, ' ')
			.trim() ?? '';
	if (!page || text === '' || text.length > 60 || !page.body.includes(text)) return [];
	return [
		{
			id: named(`page-${text.slice(0, 24)}`, profile),
			says: `The page says ${text.replace(/[.!?]$/, '')}.`,
			when: { page: { contains: text, ...whose(profile) } }
		}
	];
}

function ofCookies(profile: string, before: Projection, after: Projection): ProposedCheck[] {
	const jar = ({ profiles }: Projection) => profiles.find(({ name }) => name === profile)?.cookies ?? [];
	const names = (cookies: ReturnType<typeof jar>) => [...new Set(cookies.map(({ name }) => name))];
	const had = jar(before);
	const has = jar(after);
	const values = has.filter(
		({ name, value }) => value.length <= 20 && !had.some((old) => old.name === name && old.value === value)
	);
	return [
		...names(has).map((name) => ({
			id: named(`has-${name}`, profile),
			says: `The browser has a cookie \`${name}\`.`,
			when: { cookie: { name, ...whose(profile) } }
		})),
		...values.map(({ name, value }) => ({
			id: named(`${name}-is-${value}`, profile),
			says: `The cookie \`${name}\` has the value \`${value}\`.`,
			when: { cookie: { name, value, ...whose(profile) } }
		})),
		...names(had).map((name) => ({
			id: named(`${name}-gone`, profile),
			says: `The cookie \`${name}\` is gone.`,
			when: { cookie: { name, present: false, ...whose(profile) } }
		}))
	];
}

function ofRows(before: Projection, { store }: Projection): ProposedCheck[] {
	const old = new Map((before.store.sessions ?? []).map((row) => [row.sessionKey, row.decoded]));
	const changed = (store.sessions ?? []).filter((row) => old.get(row.sessionKey) !== row.decoded);
	const rows =
		store.sessions === null
			? []
			: [
					{
						id: `rows-${store.count}`,
						says: `The table \`django_session\` has ${store.count === 1 ? 'one row' : `${store.count} rows`}.`,
						when: { rows: { count: store.count } }
					}
				];
	return [...changed.flatMap(valuesOf), ...rows];
}

/** The plain values in a row's data, one check each. */
function valuesOf({ decoded }: SessionRow): ProposedCheck[] {
	const data: unknown = JSON.parse(decoded ?? 'null');
	if (typeof data !== 'object' || data === null) return [];
	return Object.entries(data).flatMap(([key, value]: [string, unknown]) => {
		const plain = typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string';
		if (!plain || key.startsWith('_') || String(value).length > 40) return [];
		return [
			{
				id: named(`row-${key}-${String(value)}`),
				says: `A session holds \`${key}\`: \`${String(value)}\`.`,
				when: { rows: { holds: { [key]: value } } }
			}
		];
	});
}

function ofClock(before: Projection, after: Projection): ProposedCheck[] {
	const seconds = Math.floor((after.now - after.start) / 1_000_000);
	if (after.now === before.now || seconds < 60) return [];
	return [
		{
			id: 'time-has-passed',
			says: 'The clock has moved on.',
			when: { clock: { atLeast: seconds } }
		}
	];
}
