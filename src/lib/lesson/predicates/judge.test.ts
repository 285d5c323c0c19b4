import { describe, expect, it } from 'vitest';
import { ALLOW_ALL } from '../../browser/cookies/preferences.ts';
import type { Cookie } from '../../browser/cookies/cookie.ts';
import { instant, parseInstant, type EpochMicros } from '../../time/instant.ts';
import type { WorldEvent } from '../../world/events.ts';
import type { ExchangeView, Projection, SessionRow } from '../../world/projection.ts';
import type { Scene, Verdict } from '../scene.ts';
import type { Predicate } from '../schema/predicate.ts';
import { judge } from './judge.ts';

const START = parseInstant('2026-01-05T09:30:00.123456Z');
const KEY = 'augr7xjks9mh5wrdoaw5x0w3qb473dcu';

const NO_STORE = { engine: null, fileFolder: '/tmp', sessionFiles: [], cache: [] };

function at(days: number, micros = 0): EpochMicros {
	return instant(START + days * 86_400e6 + micros);
}

function cookie(given: Partial<Cookie>): Cookie {
	return {
		name: 'sessionid',
		value: KEY,
		domain: '127.0.0.1',
		hostOnly: true,
		path: '/',
		expires: at(14),
		secure: false,
		httpOnly: true,
		sameSite: 'lax',
		priority: 'medium',
		created: START,
		lastAccess: START,
		order: 0,
		...given
	};
}

function row(given: Partial<SessionRow>): SessionRow {
	return {
		sessionKey: KEY,
		sessionData: '',
		expireDate: '2026-01-19 09:30:00.123456',
		expired: false,
		clearable: false,
		decoded: '{"num_visits":2}',
		decodeError: null,
		...given
	};
}

function exchange(
	given: Partial<ExchangeView> & { cookieHeader?: string; setCookie?: string[] }
): ExchangeView {
	const { cookieHeader, setCookie = [], ...view } = given;
	const url = view.url ?? 'http://127.0.0.1:8000/count/';
	return {
		id: 1,
		profile: 'browser',
		tab: 1,
		cancelled: null,
		session: null,
		redirectedFrom: null,
		cause: 'typed',
		method: 'GET',
		url,
		request: { method: 'GET', url, headers: cookieHeader ? [['Cookie', cookieHeader]] : [], body: '' },
		response: {
			status: 200,
			reason: 'OK',
			headers: setCookie.map((line) => ['Set-Cookie', line] as const),
			body: 'view count=2'
		},
		next: null,
		done: { phase: 'render' },
		failure: null,
		error: null,
		events: [{ type: 'exchange.started', redirectedFrom: null, seq: 5, at: START }],
		...view
	};
}

interface Given {
	readonly now?: EpochMicros;
	readonly cookies?: readonly Cookie[];
	readonly rows?: readonly SessionRow[] | null;
	readonly exchanges?: readonly ExchangeView[];
	readonly events?: readonly WorldEvent[];
	readonly page?: { status: number; body: string };
	readonly files?: readonly string[];
}

function scene({
	now = START,
	cookies = [],
	rows = [],
	exchanges = [],
	events = [],
	page,
	files = []
}: Given): Scene {
	const projection: Projection = {
		now,
		start: START,
		actions: 0,
		origin: 'http://127.0.0.1:8000',
		profiles: [
			{
				name: 'browser',
				kind: 'ordinary',
				blocked: false,
				preferences: ALLOW_ALL,
				startUp: 'fresh',
				clockAhead: 0,
				tabs: [],
				cookies,
				url: null,
				page: page ? { ...page, contentType: 'text/html', exchange: 1 } : null
			}
		],
		exchanges,
		faults: { databaseLocked: null, diskFull: false },
		sites: [],
		cron: false,
		server: {
			django: '5.2',
			python: '3.14.2',
			process: 'server-1',
			workers: ['server-1'],
			nextWorker: 1,
			files: { 'views.py': 'x.days > 0' },
			error: null,
			broken: null,
			middleware: [],
			settings: { SESSION_SAVE_EVERY_REQUEST: false },
			console: [{ kind: 'print', text: 'key: None', at: START }]
		},
		store: { ...NO_STORE, sessions: rows, count: rows?.length ?? 0, files }
	};
	return { projection, since: 1, events };
}

function told(type: 'session.saved', seq: number, days: number, expires: string): WorldEvent {
	return { type, key: KEY, reason: 'Modified', expires, seq, at: at(days), profile: 'browser' };
}

function ran(input: string, stdout: string): WorldEvent {
	return { type: 'command.ran', kind: 'shell', input, stdout, error: null, seq: 9, at: START };
}

const expired = row({ expired: true, clearable: true });
const atTheInstant = row({ expired: true });
const cases: readonly [string, Predicate, Given, Verdict][] = [
	[
		'a cookie that is there',
		{ cookie: { name: 'sessionid', httpOnly: true, endsWithBrowser: false } },
		{ cookies: [cookie({})] },
		{
			holds: true,
			expected: 'cookie sessionid, with a date, HttpOnly',
			actual: `sessionid=${KEY}, path /, until 2026-01-19T09:30:00.123456Z, HttpOnly`
		}
	],
	[
		'a cookie of another path',
		{ cookie: { name: 'sessionid', path: '/shop/' } },
		{ cookies: [cookie({ expires: null, httpOnly: false })] },
		{
			holds: false,
			expected: 'cookie sessionid, path /shop/',
			actual: `sessionid=${KEY}, path /, until the browser closes`
		}
	],
	[
		'a cookie that must not be there',
		{ cookie: { name: 'visits', present: false } },
		{},
		{ holds: true, expected: 'no cookie visits', actual: 'no cookie visits' }
	],
	[
		'a cookie of another browser',
		{ cookie: { name: 'sessionid', browser: 'second' } },
		{ cookies: [cookie({})] },
		{
			holds: false,
			expected: 'cookie sessionid in the second browser',
			actual: 'no cookie sessionid in the second browser'
		}
	],
	[
		'exactly these names',
		{ cookies: { names: ['b', 'a'] } },
		{ cookies: [cookie({ name: 'a' }), cookie({ name: 'b' })] },
		{ holds: true, expected: 'only b, a in the jar', actual: '2 cookies: a, b' }
	],
	[
		'rows with a value',
		{ rows: { holds: { num_visits: 2 }, count: 1 } },
		{ rows: [row({}), row({ decoded: '{"num_visits":"2"}' })] },
		{
			holds: true,
			expected: 'exactly 1 row, with num_visits = 2',
			actual: '2 rows: augr7x… {"num_visits":2}; augr7x… {"num_visits":"2"}'
		}
	],
	[
		'rows without a key',
		{ rows: { lacks: 'num_visits' } },
		{ rows: [row({})] },
		{
			holds: false,
			expected: 'at least 1 row, without num_visits',
			actual: '1 row: augr7x… {"num_visits":2}'
		}
	],
	[
		'the row of a browser',
		{ rows: { of: 'browser' } },
		{ rows: [row({ sessionKey: 'other' }), row({})], cookies: [cookie({})] },
		{
			holds: true,
			expected: 'at least 1 row, of browser',
			actual: '2 rows: other… {"num_visits":2}; augr7x… {"num_visits":2}'
		}
	],
	[
		'a row at the very instant',
		{ rows: { expired: true, clearable: false } },
		{ rows: [atTheInstant] },
		{
			holds: true,
			expected: 'at least 1 row, expired, not ready for clearsessions',
			actual: '1 row: augr7x… {"num_visits":2}, expired this very instant'
		}
	],
	[
		'no rows',
		{ rows: { count: 0 } },
		{ rows: [expired] },
		{ holds: false, expected: 'no row', actual: '1 row: augr7x… {"num_visits":2}, expired' }
	],
	[
		'rows without a table',
		{ rows: { count: 0 } },
		{ rows: null },
		{ holds: false, expected: 'no row', actual: 'no table django_session' }
	],
	[
		'the table',
		{ table: true },
		{ rows: null },
		{ holds: false, expected: 'a table django_session', actual: 'no table django_session' }
	],
	[
		'a page',
		{ page: { status: 200, contains: 'count=2', lacks: 'Error' } },
		{ page: { status: 200, body: '<title>x</title><p>view  count=2 &amp; more</p>' } },
		{
			holds: true,
			expected: 'a page in the browser, status 200, saying “count=2”, not saying “Error”',
			actual: '200: “view count=2 & more”'
		}
	],
	[
		'the clock to the microsecond',
		{ clock: { past: '14d' } },
		{ now: at(14, 1) },
		{ holds: true, expected: 'more than 14 days later', actual: '14 days and 1 microsecond later' }
	],
	[
		'the clock at the instant',
		{ clock: { past: '14d' } },
		{ now: at(14) },
		{ holds: false, expected: 'more than 14 days later', actual: '14 days later' }
	],
	[
		'very many rows',
		{ rows: { expired: false } },
		{ rows: Array.from({ length: 1_200 }, () => row({ expired: true, clearable: true })) },
		{ holds: false, expected: 'at least 1 row, not expired', actual: '1,200 rows' }
	],
	[
		'an exchange',
		{ exchange: { path: '/count/', sends: ['visits=2', 'sessionid'], sets: ['visits=3'], says: 'count=2' } },
		{ exchanges: [exchange({ cookieHeader: 'visits=2; sessionid=x', setCookie: ['visits=3; Path=/'] })] },
		{
			holds: true,
			expected:
				'at least 1 request, for /count/, saying “count=2”, carrying the cookie visits=2, sessionid, answered with Set-Cookie for visits=3',
			actual: '1 such request; the last was GET /count/: 200',
			seen: 'GET /count/: 200'
		}
	],
	[
		'an exchange with a query',
		{ exchange: { path: '/count/' } },
		{ exchanges: [exchange({ url: 'http://127.0.0.1:8000/count/?a=1' })] },
		{
			holds: false,
			expected: 'at least 1 request, for /count/',
			actual: 'no such request; the last was GET /count/?a=1: 200',
			seen: 'GET /count/?a=1: 200'
		}
	],
	[
		'exchanges of two browsers',
		{ exchange: { path: '/count/', browser: 'second', count: 2 } },
		{ exchanges: [exchange({}), exchange({ id: 2, profile: 'second' })] },
		{
			holds: false,
			expected: 'exactly 2 requests, from the second browser, for /count/',
			actual: '1 such request; the last was GET /count/ from the second browser: 200',
			seen: 'GET /count/ from the second browser: 200'
		}
	],
	[
		'an event that did not come',
		{ event: { type: 'session.saved', count: 2 } },
		{ events: [] },
		{ holds: false, expected: 'exactly 2 events session.saved', actual: 'it has not happened' }
	],
	[
		'an exchange in flight',
		{ exchange: { path: '/count/' } },
		{ exchanges: [exchange({ next: { phase: 'view' } })] },
		{ holds: false, expected: 'at least 1 request, for /count/', actual: 'no request yet' }
	],
	[
		'an exchange of the setup',
		{ exchange: { path: '/count/' } },
		{
			exchanges: [
				exchange({ events: [{ type: 'exchange.started', redirectedFrom: null, seq: 0, at: START }] })
			]
		},
		{ holds: false, expected: 'at least 1 request, for /count/', actual: 'no request yet' }
	],
	[
		'an event that has to come more often',
		{ event: { type: 'session.saved', atLeast: 3 } },
		{
			events: [
				told('session.saved', 2, 1, '2026-01-20 09:30:00'),
				told('session.saved', 3, 2, '2026-01-21 09:30:00')
			]
		},
		{
			holds: false,
			expected: 'at least 3 events session.saved',
			actual: 'it has happened 2 times, 3 times are needed'
		}
	],
	[
		'events in a window of time',
		{ event: { type: 'session.saved', where: { expires: { contains: '2026-01' } }, after: '1d', count: 1 } },
		{
			events: [
				told('session.saved', 2, 1, '2026-01-20 09:30:00'),
				told('session.saved', 3, 2, '2026-01-21 09:30:00'),
				told('session.saved', 4, 2, '2026-02-01 09:30:00')
			]
		},
		{
			holds: true,
			expected: 'exactly 1 event session.saved, expires with “2026-01”, later than 1 day after the start',
			actual: 'it has happened once'
		}
	],
	[
		'a reason in a list',
		{
			event: {
				type: 'cookie.refused',
				where: { 'decision.name': 'a', 'decision.reasons': { contains: 'SecureOnly' } }
			}
		},
		{
			events: [
				{
					type: 'cookie.refused',
					decision: {
						outcome: 'refused',
						line: 0,
						header: 'a=1; Secure',
						name: 'a',
						reasons: [{ reason: 'SecureOnly', step: '5.7' }]
					},
					seq: 2,
					at: START
				}
			]
		},
		{
			holds: true,
			expected: 'at least 1 event cookie.refused, decision.name = "a", decision.reasons with “SecureOnly”',
			actual: 'it has happened once'
		}
	],
	[
		'code in the shell',
		{ ran: { shell: 'get_decoded', prints: 'num_visits', error: null } },
		{ events: [ran('s = 1\nprint(s.get_decoded())', "{'num_visits': 1}\n")] },
		{
			holds: true,
			expected: 'at least 1 run, of get_decoded in the shell, printing “num_visits”, without an error',
			actual: "last: print(s.get_decoded()) → {'num_visits': 1}"
		}
	],
	[
		"SQL's words in capitals",
		{ ran: { sql: 'select', error: null } },
		{ events: [{ type: 'sql.ran', input: 'SELECT 1', error: null, seq: 9, at: START }] },
		{
			holds: true,
			expected: 'at least 1 run, of select in the database, without an error',
			actual: 'last: SELECT 1'
		}
	],
	[
		'a command that was not run',
		{ ran: { manage: 'clearsessions' } },
		{ events: [ran('print(1)', '1\n')] },
		{ holds: false, expected: 'at least 1 run, of manage.py clearsessions', actual: 'not run yet' }
	],
	[
		'a setting',
		{ setting: { name: 'SESSION_SAVE_EVERY_REQUEST', is: true } },
		{},
		{
			holds: false,
			expected: 'SESSION_SAVE_EVERY_REQUEST = True',
			actual: 'SESSION_SAVE_EVERY_REQUEST = False'
		}
	],
	[
		'files of sessions',
		{ sessionFiles: { count: 1 } },
		{ files: ['a', 'b'] },
		{ holds: false, expected: 'exactly 1 session file', actual: '2 session files' }
	],
	[
		'a file of the project',
		{ file: { path: 'views.py', contains: '.seconds' } },
		{},
		{ holds: false, expected: 'views.py with .seconds', actual: 'views.py does not have .seconds' }
	],
	[
		'the console',
		{ console: { contains: 'None' } },
		{},
		{
			holds: true,
			expected: '“None” in the console',
			actual: 'last line: key: None',
			seen: 'key: None in the console'
		}
	],
	[
		'all parts: the first that is missing is shown',
		{ all: [{ rows: { count: 0 } }, { table: false }] },
		{},
		{ holds: false, expected: 'no row; and no table django_session', actual: 'a table django_session' }
	],
	[
		'parts that look at the same thing',
		{ all: [{ rows: { count: 0 } }, { rows: { atLeast: 0 } }] },
		{},
		{ holds: true, expected: 'no row; and at least no row', actual: 'an empty table' }
	],
	[
		'one part of several',
		{ any: [{ table: false }, { rows: { count: 0 } }] },
		{},
		{ holds: true, expected: 'no table django_session; or no row', actual: 'an empty table' }
	],
	[
		'the contrary',
		{ not: { rows: { atLeast: 1 } } },
		{},
		{ holds: true, expected: 'not: at least 1 row', actual: 'an empty table' }
	]
];

describe('a predicate says whether it holds, what it expects and what is there', () => {
	it.each(cases)('%s', (_, predicate, given, verdict) => {
		expect(judge(predicate, scene(given))).toEqual(verdict);
	});
});
