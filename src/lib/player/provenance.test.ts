import { describe, expect, it } from 'vitest';
import type { Cookie } from '../browser/cookies/cookie.ts';
import { defaultSettings } from '../django/settings.ts';
import { DEFAULT_START } from '../time/instant.ts';
import type { WorldEvent } from '../world/events.ts';
import { provenanceOf, type Thing } from './provenance.ts';

const KEY = 'a'.repeat(32);
const SESSION = 'django.contrib.sessions.middleware.SessionMiddleware';
const by = { path: 'views.py', line: 5 };
const header = `sessionid=${KEY}; HttpOnly; Max-Age=60; Path=/; SameSite=Lax`;
const cookie: Cookie = {
	name: 'sessionid',
	value: KEY,
	domain: '127.0.0.1',
	hostOnly: true,
	path: '/',
	expires: null,
	secure: false,
	httpOnly: true,
	sameSite: 'lax',
	priority: 'medium',
	created: DEFAULT_START,
	lastAccess: DEFAULT_START,
	order: 0
};

let seq = 0;
const place = () => ({ seq: seq++, at: DEFAULT_START, exchange: 1, profile: 'browser' });
const changed: WorldEvent = { ...place(), type: 'session.changed', key: KEY, change: 'set', by };
const saved: WorldEvent = { ...place(), type: 'session.saved', key: KEY, reason: 'Modified', expires: null };
const set = (name: string, line: string, source: string, from?: typeof by): WorldEvent => ({
	...place(),
	type: 'response.cookie-set',
	name,
	header: line,
	source,
	deletes: false,
	...(from && { by: from })
});
const stored = (name: string): WorldEvent => ({
	...place(),
	type: 'cookie.stored',
	decision: { outcome: 'stored', line: 0, cookie: { ...cookie, name }, replaced: null, evicted: [] }
});
const frame: WorldEvent = {
	...place(),
	type: 'response.header-set',
	name: 'X-Frame-Options',
	value: 'DENY',
	source: 'django.middleware.clickjacking.XFrameOptionsMiddleware'
};
const sessionSet = set('sessionid', header, SESSION);
const themeSet = set('theme', 'theme=dark', 'view', by);
const csrfSet = set('csrftoken', 'csrftoken=x', 'django.middleware.csrf.CsrfViewMiddleware');

const settings = { ...defaultSettings('5.2'), SESSION_COOKIE_AGE: 60 };
const told = (...events: WorldEvent[]) => ({
	events,
	projection: { server: { django: '5.2' as const, settings } }
});
const MOMENTS = [
	told(),
	told(changed),
	told(saved, sessionSet, themeSet, csrfSet, frame),
	told(stored('sessionid'), stored('theme'), stored('csrftoken')),
	told()
];
const ageOf = (thing: Thing) =>
	provenanceOf(thing, MOMENTS)?.settings.find(({ setting }) => setting === 'SESSION_COOKIE_AGE');

describe('who made it, when, and at which line', () => {
	it.each<[Thing, string, number, string | null, number | null]>([
		[{ kind: 'cookie', profile: 'browser', name: 'sessionid' }, 'cookie.stored', 3, SESSION, 1],
		[{ kind: 'cookie', profile: 'browser', name: 'theme' }, 'cookie.stored', 3, 'view', 2],
		[
			{ kind: 'cookie', profile: 'browser', name: 'csrftoken' },
			'cookie.stored',
			3,
			'django.middleware.csrf.CsrfViewMiddleware',
			null
		],
		[{ kind: 'row', key: KEY }, 'session.saved', 2, SESSION, 1],
		[{ kind: 'file', name: `sessionid${KEY}` }, 'session.saved', 2, SESSION, 1],
		[{ kind: 'entry', key: `:1:django.contrib.sessions.cache${KEY}` }, 'session.saved', 2, SESSION, 1],
		[
			{ kind: 'header', exchange: 1, name: 'Set-Cookie', value: header },
			'response.cookie-set',
			2,
			SESSION,
			1
		],
		[
			{ kind: 'header', exchange: 1, name: 'Set-Cookie', value: 'theme=dark' },
			'response.cookie-set',
			2,
			'view',
			2
		],
		[
			{ kind: 'header', exchange: 1, name: 'X-Frame-Options', value: 'DENY' },
			'response.header-set',
			2,
			'django.middleware.clickjacking.XFrameOptionsMiddleware',
			null
		]
	])('%j', (thing, type, moment, source, lineMoment) => {
		const found = provenanceOf(thing, MOMENTS);
		expect([found?.event.type, found?.moment, found?.source]).toEqual([type, moment, source]);
		expect(found?.line).toEqual(lineMoment === null ? null : { ...by, moment: lineMoment });
	});
});

it.each<[string, Thing]>([
	['another browser', { kind: 'cookie', profile: 'second', name: 'sessionid' }],
	['another cookie', { kind: 'cookie', profile: 'browser', name: 'other' }],
	['another key', { kind: 'row', key: 'b'.repeat(32) }],
	['another exchange', { kind: 'header', exchange: 2, name: 'Set-Cookie', value: header }],
	['another header', { kind: 'header', exchange: 1, name: 'Content-Length', value: '3' }]
])('nothing tells of %s', (_, thing) => {
	expect(provenanceOf(thing, MOMENTS)).toBeNull();
});

it('nothing is told of what comes later', () => {
	expect(provenanceOf({ kind: 'row', key: KEY }, MOMENTS.slice(0, 2))).toBeNull();
});

describe('the settings that had a say', () => {
	it.each<[string, string]>([
		['name', 'SESSION_COOKIE_NAME'],
		['expires, Max-Age', 'SESSION_COOKIE_AGE'],
		['Domain', 'SESSION_COOKIE_DOMAIN'],
		['Path', 'SESSION_COOKIE_PATH'],
		['Secure', 'SESSION_COOKIE_SECURE'],
		['HttpOnly', 'SESSION_COOKIE_HTTPONLY'],
		['SameSite', 'SESSION_COOKIE_SAMESITE'],
		['no Max-Age at all', 'SESSION_EXPIRE_AT_BROWSER_CLOSE']
	])('%s of the session cookie: %s', (part, setting) => {
		const found = provenanceOf({ kind: 'cookie', profile: 'browser', name: 'sessionid' }, MOMENTS);
		expect(found?.settings.find((each) => each.part === part)?.setting).toBe(setting);
	});

	it('are told with their values, and whether Django has them so', () => {
		expect(ageOf({ kind: 'row', key: KEY })).toEqual({
			part: 'how long it counts',
			setting: 'SESSION_COOKIE_AGE',
			value: 60,
			isDefault: false
		});
		const found = provenanceOf({ kind: 'cookie', profile: 'browser', name: 'csrftoken' }, MOMENTS);
		expect(found?.settings.find(({ part }) => part === 'SameSite')).toEqual({
			part: 'SameSite',
			setting: 'CSRF_COOKIE_SAMESITE',
			value: 'Lax',
			isDefault: true
		});
	});

	it('have none in a cookie of the view', () => {
		expect(provenanceOf({ kind: 'cookie', profile: 'browser', name: 'theme' }, MOMENTS)?.settings).toEqual(
			[]
		);
	});
});
