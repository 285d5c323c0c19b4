import type { Action } from '../../../world/action.ts';
import type { FaultAction } from '../../../world/faults/fault-action.ts';
import type { WorldStart } from '../../../world/scenario.ts';
import type { Preset } from './preset.ts';
import { addBook, addBookUpTo, FIRST_KEY, look, migrate, shelfStart, VIEW_DONE } from './shelf.ts';

type Row = readonly [
	fault: FaultAction['type'],
	id: string,
	title: string,
	says: string,
	start: WorldStart,
	actions: readonly Action[]
];

const profile = 'browser';
const finish = (exchange: number): Action => ({ type: 'finish', exchange });

/** One preset or more for each fault; each ends with a look at what is left. */
const ROWS: readonly Row[] = [
	[
		'loseResponse',
		'response-lost',
		'The response is lost on the wire',
		'The server has saved the basket. The browser never got the cookie, so the row belongs to nobody.',
		shelfStart('db'),
		[migrate, ...addBookUpTo(1, VIEW_DONE), { type: 'loseResponse', exchange: 1 }, finish(1), look]
	],
	[
		'killWorker',
		'worker-killed',
		'The worker is killed before it saves',
		'The view has put a second book into the session. The process dies before SessionMiddleware saves it.',
		shelfStart('db'),
		[migrate, addBook, ...addBookUpTo(2, VIEW_DONE), { type: 'killWorker', exchange: 2 }, look]
	],
	[
		'emptyCaches',
		'cache-emptied',
		'The cache is emptied',
		'With the cache engine the cache is the only place of the basket: it is gone.',
		shelfStart('cache'),
		[addBook, { type: 'emptyCaches' }, look]
	],
	[
		'evictEntry',
		'entry-evicted',
		'A cache entry is evicted, and a row is left',
		'With cached_db the row in the database is still there. The next request puts it into the cache again.',
		shelfStart('cached_db'),
		[migrate, addBook, { type: 'evictEntry', key: `:1:django.contrib.sessions.cached_db${FIRST_KEY}` }, look]
	],
	[
		'lockDatabase',
		'locked-update',
		'The database is locked when a session is saved',
		'After 5 seconds the UPDATE fails. Django takes that for a session that was deleted meanwhile: status 400.',
		shelfStart('db'),
		[migrate, addBook, { type: 'lockDatabase', against: 'writes' }, look, addBook]
	],
	[
		'lockDatabase',
		'locked-insert',
		'The database is locked when a session begins',
		'Here the INSERT fails with OperationalError: database is locked. Status 500, and no cookie.',
		shelfStart('db'),
		[migrate, { type: 'lockDatabase', against: 'writes' }, look, addBook]
	],
	[
		'fillDisk',
		'disk-full',
		'The disk is full, and Django says nothing',
		'The page shows two books with status 200. The file still has one: the error was passed over.',
		shelfStart('file'),
		[addBook, { type: 'fillDisk' }, addBook, look]
	],
	[
		'rotateSecretKey',
		'key-rotated',
		'The SECRET_KEY is another',
		'The row is still in the table. Its signature no longer holds, so the session comes up empty.',
		shelfStart('db'),
		[migrate, addBook, { type: 'rotateSecretKey', keepOld: false }, look]
	],
	[
		'rotateSecretKey',
		'key-rotated-kept',
		'The SECRET_KEY is another, the old one is kept',
		'SECRET_KEY_FALLBACKS holds the old key: the basket is still read.',
		shelfStart('db'),
		[migrate, addBook, { type: 'rotateSecretKey', keepOld: true }, look]
	],
	[
		'setBrowserClock',
		'clock-fast',
		'The browser’s clock is an hour fast',
		'The cookie should live for half an hour. The browser drops it at once, and the row stays.',
		shelfStart('db', 'SESSION_COOKIE_AGE = 1800\n'),
		[migrate, addBook, { type: 'setBrowserClock', profile, ahead: '1h' }, look]
	],
	[
		'setBrowserClock',
		'clock-slow',
		'The browser’s clock is an hour slow',
		'After half an hour the row has expired. The browser still sends the cookie.',
		shelfStart('db', 'SESSION_COOKIE_AGE = 1800\n'),
		[
			migrate,
			addBook,
			{ type: 'setBrowserClock', profile, ahead: '-1h' },
			{ type: 'advance', by: '31m' },
			look
		]
	],
	[
		'destroySession',
		'session-vanishes',
		'The session is deleted while a request runs',
		'The request has loaded the session. When it saves, the row is gone: SessionInterrupted, status 400.',
		shelfStart('db'),
		[migrate, addBook, ...addBookUpTo(2, VIEW_DONE), { type: 'destroySession', key: FIRST_KEY }, finish(2)]
	]
];

export const FAULT_PRESETS: readonly (Preset & { readonly fault: FaultAction['type'] })[] = ROWS.map(
	([fault, id, title, says, start, actions]) => ({
		id: `fault-${id}`,
		title,
		says,
		group: 'fault',
		shows: null,
		fault,
		start,
		actions
	})
);
