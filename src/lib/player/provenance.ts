import type { SourceLine } from '../django/events.ts';
import { defaultSettings } from '../django/settings.ts';
import type { ExchangeId } from '../exchange/events.ts';
import type { WorldEvent } from '../world/events.ts';
import type { Projection } from '../world/projection.ts';
import { lineOf } from './line-of.ts';
import { CSRF_COOKIE, HEADERS, SESSION_COOKIE, STORED, type ShapedBy } from './provenance-settings.ts';

/** Something that the panes show. */
export type Thing =
	| { readonly kind: 'cookie'; readonly profile: string; readonly name: string }
	| { readonly kind: 'row'; readonly key: string }
	| { readonly kind: 'file'; readonly name: string }
	| { readonly kind: 'entry'; readonly key: string }
	| { readonly kind: 'header'; readonly exchange: ExchangeId; readonly name: string; readonly value: string };

/** A setting that had a say in it. */
export interface ShapingSetting extends ShapedBy {
	readonly value: unknown;
	/** The project leaves it as Django has it. */
	readonly isDefault: boolean;
}

/** The learner's line at work, and the moment to see it run in. */
export interface AtWork extends SourceLine {
	readonly moment: number;
}

/** Where a thing comes from. */
export interface Provenance {
	/** The event that made it as it is, and the place of its moment. */
	readonly event: WorldEvent;
	readonly moment: number;
	/** The part of Django that acted, such as a middleware's dotted path; "view" for the learner's own code. */
	readonly source: string | null;
	readonly line: AtWork | null;
	readonly settings: readonly ShapingSetting[];
}

interface Found {
	readonly event: WorldEvent;
	readonly moment: number;
}

/** A moment of the history: what happened, and the world after it. */
interface Told {
	readonly events: readonly WorldEvent[];
	readonly projection: { readonly server: Pick<Projection['server'], 'django' | 'settings'> };
}

/** @returns where a thing comes from, looking back from the last of these moments; `null` when none of them tells */
export function provenanceOf(thing: Thing, moments: readonly Told[]): Provenance | null {
	const found = lastly(moments, (event) => made(thing, event));
	if (!found) return null;
	const set = setCookieOf(thing, found, moments);
	const header = set?.event.type === 'response.cookie-set' ? set.event : null;
	const source = header?.source ?? sourceOf(found.event);
	const { server } = moments[found.moment]?.projection ?? {};
	const shaped = server ? shapedBy(thing, source === 'view' ? null : (header?.name ?? null), server) : [];
	return {
		...found,
		source,
		line: lineAtWork(set ?? found, moments),
		settings: server ? shaped.map((by) => withValue(by, server)) : []
	};
}

function lastly(moments: readonly Told[], is: (event: WorldEvent) => boolean): Found | null {
	for (let moment = moments.length - 1; moment >= 0; moment--) {
		const event = moments[moment]?.events.findLast(is);
		if (event) return { event, moment };
	}
	return null;
}

/** The event made the thing as it stands. */
function made(thing: Thing, event: WorldEvent): boolean {
	switch (thing.kind) {
		case 'cookie':
			if (event.profile !== thing.profile) return false;
			if (event.type === 'cookie.stored') return event.decision.cookie.name === thing.name;
			return event.type === 'cookie.edited' && event.cookie.name === thing.name;
		case 'row':
			return wrote(event, (key) => key === thing.key);
		case 'file':
			return wrote(event, (key) => thing.name.endsWith(key));
		case 'entry':
			return wrote(event, (key) => thing.key.endsWith(key));
		case 'header':
			if (event.exchange !== thing.exchange) return false;
			if (event.type === 'response.cookie-set')
				return thing.name === 'Set-Cookie' && event.header === thing.value;
			if (event.type === 'cookies.attached') return thing.name === 'Cookie' && event.header === thing.value;
			return event.type === 'response.header-set' && event.name === thing.name && event.value === thing.value;
		default:
			return thing satisfies never;
	}
}

function wrote(event: WorldEvent, isIt: (key: string) => boolean): boolean {
	return (event.type === 'session.saved' || event.type === 'session.created') && isIt(event.key);
}

/** The Set-Cookie behind a stored cookie. */
function setCookieOf(thing: Thing, { event }: Found, moments: readonly Told[]): Found | null {
	if (event.type === 'response.cookie-set') return lastly(moments, (each) => each === event);
	if (thing.kind !== 'cookie' || event.type !== 'cookie.stored') return null;
	return lastly(
		moments,
		(each) =>
			each.type === 'response.cookie-set' && each.exchange === event.exchange && each.name === thing.name
	);
}

/** The line that caused it, or else the line that changed the session which the middleware then saved. */
function lineAtWork({ event, moment }: Found, moments: readonly Told[]): AtWork | null {
	const own = lineOf(event);
	if (own) return { ...own, moment };
	const isSession =
		event.type === 'session.saved' ||
		event.type === 'session.created' ||
		(event.type === 'response.cookie-set' && sourceOf(event)?.endsWith('.SessionMiddleware'));
	if (!isSession) return null;
	const changed = lastly(
		moments.slice(0, moment + 1),
		(each) =>
			each.exchange === event.exchange &&
			(each.type === 'session.changed' || each.type === 'session.key-cycled') &&
			each.by !== undefined
	);
	const line = changed && lineOf(changed.event);
	return line ? { ...line, moment: changed.moment } : null;
}

function sourceOf(event: WorldEvent): string | null {
	if (event.type === 'response.cookie-set' || event.type === 'response.header-set') return event.source;
	if (event.type !== 'session.saved') return null;
	return event.reason === 'Explicit' ? 'view' : 'django.contrib.sessions.middleware.SessionMiddleware';
}

type Server = Told['projection']['server'];

function withValue({ part, setting }: ShapedBy, { settings, django }: Server): ShapingSetting {
	const value = settings[setting] ?? null;
	const usual = defaultSettings(django)[setting] ?? null;
	return { part, setting, value, isDefault: JSON.stringify(value) === JSON.stringify(usual) };
}

/** @param cookie the name of a cookie that Django itself set */
function shapedBy(thing: Thing, cookie: string | null, { settings }: Server): readonly ShapedBy[] {
	if (thing.kind === 'row' || thing.kind === 'file' || thing.kind === 'entry') return STORED[thing.kind];
	if (cookie !== null && cookie === settings['SESSION_COOKIE_NAME']) return SESSION_COOKIE;
	if (cookie !== null && cookie === settings['CSRF_COOKIE_NAME']) return CSRF_COOKIE;
	return thing.kind === 'header' ? (HEADERS[thing.name] ?? []) : [];
}
