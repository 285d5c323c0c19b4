import { describe, expect, it } from 'vitest';
import { parseInstant } from '../time/instant.ts';
import type { WorldEvent } from '../world/events.ts';
import { explain } from './explain.ts';
import { headline } from './headline.ts';

const at = parseInstant('2026-01-05T09:30:00Z');
let seq = 0;
function placed<const E extends object>(event: E) {
	return { ...event, seq: seq++, at };
}

const key = 'augr7xjks9mh5wrdoaw5x0w3qb473dcu';
const by = { path: 'views.py', line: 8 };
const expires = '2026-01-19 09:30:00';
const started = { type: 'server.started', process: 'server-2', django: '5.2', broken: null } as const;
const nameError = { type: 'NameError', message: 'no x', frames: [], traceback: '' };

describe('an explanation is filled in from its event', () => {
	it.each<[WorldEvent, string, string]>([
		[
			placed({ type: 'session.changed', key: 'num_visits', change: 'set', by }),
			'The session changes',
			'Line 8 of views.py stored a value under num_visits. The session is now marked as modified.'
		],
		[
			placed({ type: 'session.saved', key, reason: 'Modified', expires }),
			'The session is saved',
			'The view changed the session, so SessionMiddleware saved it. augr7x… is now in the store.'
		],
		[
			placed({ type: 'session.saved', key: 'eyJ2IjoxfQ:1vcguW:RlA2', reason: 'Modified', expires: null }),
			'The session is saved',
			'The view changed the session, so SessionMiddleware saved it. The signed data will be in the cookie, and nowhere else.'
		],
		[
			placed({ type: 'session.missed', key, reason: 'NotSigned' }),
			'The cookie is not signed',
			'The cookie holds augr7x…, without data and without a signature. The session starts empty.'
		],
		[
			placed({ type: 'session.missed', key, reason: 'Expired' }),
			'The session has expired',
			'The row of augr7x… is still there, but its expire_date has come. Django does not load it.'
		],
		[
			placed({ type: 'session.missed', key, reason: 'ExpiredFile' }),
			'The session has expired',
			'The file of augr7x… was written too long ago. Django deletes it when it reads it.'
		],
		[
			placed({ type: 'session.missed', key, reason: 'ExpiredCookie' }),
			'The session has expired',
			'The signature in the cookie was made too long ago. Django treats the session as empty.'
		],
		[
			placed({ type: 'clock.advanced', from: at, to: parseInstant('2026-01-19T09:30:00Z') }),
			'14 days later',
			'It is now 19 January 2026, 09:30:00. Browser, server and database all go by this clock.'
		],
		[
			placed({ type: 'clock.advanced', from: at, to: (at + 876_544) as typeof at }),
			'Less than a second later',
			'It is now 5 January 2026, 09:30:00. Browser, server and database all go by this clock.'
		],
		[
			placed({ type: 'browser.blocked', profile: 'browser', blocked: false }),
			'Cookies are allowed',
			'The browser stores and sends cookies again. Those from before are still in the jar.'
		],
		[
			placed({ type: 'browser.opened', profile: 'second', private: false }),
			'Another browser',
			'The second browser opens with an empty cookie jar.'
		],
		[
			placed({ type: 'middleware.entered', name: 'django.contrib.sessions.middleware.SessionMiddleware' }),
			'In through SessionMiddleware',
			'SessionMiddleware looks for the sessionid cookie and attaches request.session.'
		],
		[
			placed({ ...started, error: nameError }),
			'The server does not start',
			'Loading the project failed with NameError: no x'
		],
		[
			placed({ ...started, error: null, broken: { ...nameError, type: 'SyntaxError', message: 'bad' } }),
			'A file cannot be read',
			'Python does not understand the project: SyntaxError: bad'
		]
	])('$type', (event, title, sentence) => {
		expect(explain(event)).toMatchObject({ title, sentence });
	});
});

describe('the headline of a step', () => {
	const changed = placed({ type: 'session.changed', key: 'a', change: 'set' } as const);
	const loaded = placed({ type: 'session.loaded', key, keys: [] } as const);
	const sql = placed({ type: 'sql.executed', sql: 'SELECT 1', rows: 1 } as const);
	const saved = placed({ type: 'session.saved', key, reason: 'Modified', expires } as const);
	const cookie = placed({
		type: 'response.cookie-set',
		name: 'sessionid',
		header: '',
		source: 'session',
		deletes: false
	} as const);
	const edited = placed({ type: 'files.edited', paths: ['views.py'] } as const);
	const broken = placed({ ...started, error: nameError });
	const fine = placed({ ...started, error: null });
	const sent = placed({ type: 'cookies.attached', header: 'a=1' } as const);
	const uncaught = placed({
		type: 'log.written',
		logger: 'django.request',
		level: 'ERROR',
		message: 'Internal Server Error: /hello/',
		raised: { type: 'ImproperlyConfigured', message: 'No session.' }
	} as const);

	const unsaved = placed({ type: 'session.not-saved', reason: 'Empty' } as const);
	const resolved = placed({ type: 'auth.resolved', user: null, why: 'NoLogin' } as const);
	const failed = placed({ type: 'response.sent', status: 500, bytes: 7031 } as const);

	it.each<[string, WorldEvent[], WorldEvent | null]>([
		['nothing', [], null],
		['a change over the load before it', [loaded, sql, changed], changed],
		['the save over SQL and cookie', [sql, saved, cookie], saved],
		['the later of two equals', [loaded, placed(loaded)], null],
		['the edit over the restart', [edited, fine], edited],
		['a failed start over the edit', [edited, broken], broken],
		['the error page over the user of the empty session', [unsaved, resolved, failed], failed],
		['what a middleware raised over the cookies', [sent, uncaught], uncaught]
	])('is %s', (_, events, expected) => {
		expect(headline(events)).toBe(expected ?? events.at(-1) ?? null);
	});

	const attached = placed({ type: 'session.attached', engine: 'db', key: null } as const);
	const rendered = placed({ type: 'page.rendered', url: '/', title: '' } as const);
	const left = placed({ type: 'middleware.left', name: 'SessionMiddleware' } as const);
	it.each<[string, boolean, WorldEvent[], WorldEvent]>([
		[
			'an empty session over the page, where the store is on show',
			true,
			[attached, unsaved, rendered],
			unsaved
		],
		['the page over an empty session, where no store is', false, [attached, unsaved, rendered], rendered],
		['an empty session over its own middleware', false, [unsaved, left], unsaved]
	])('is %s', (_, storeShown, events, expected) => {
		expect(headline(events, storeShown)).toBe(expected);
	});
});
