import type { FaultEvent, SessionPlace } from '../world/faults/fault-events.ts';
import type { Entries, EventOf } from './entries.ts';
import type { Explanation } from './explanation.ts';
import { sayDuration } from '../time/duration.ts';
import { djangoDocs, LINKS, mdn } from './links.ts';
import { counted, lastName, listed, shortKey, theBrowser } from './text.ts';

const CACHING = djangoDocs('topics/http/sessions/#using-cached-sessions', 'Using cached sessions');
const LOCKED = djangoDocs('ref/databases/#database-is-locked-errors', '“Database is locked” errors');
const FALLBACKS = djangoDocs('ref/settings/#secret-key-fallbacks', 'SECRET_KEY_FALLBACKS');

/** What the learner broke, and what follows from it. */
export const FAULTS: Entries<FaultEvent['type']> = {
	'wire.broken': ({ target, answered }) => ({
		title: 'The connection breaks',
		sentence: answered
			? `The response of exchange ${target} was on its way. It will not arrive.`
			: `The connection of exchange ${target} is broken. The server does not notice: it goes on, and what it answers is lost.`,
		detail:
			'What the server saves is saved. Chromium shows ERR_EMPTY_RESPONSE and stores no cookie. If the connection had been used before, a real Chromium sends the request once more by itself; here it does not.',
		link: LINKS.messages
	}),
	'worker.killed': ({ process, targets }) => ({
		title: 'The worker is killed',
		sentence: `The process ${process} ended in the middle of ${targets.length === 1 ? 'exchange' : 'exchanges'} ${listed(targets.map(String))}. What it had in memory is gone.`,
		detail:
			'SessionMiddleware saves on the way out. A process that dies before that saves nothing, sends no cookie, and writes no line into the log. The next request starts a new process.',
		link: LINKS.saving
	}),
	'cache.emptied': ({ entries, engine }) => ({
		title: 'The caches are empty',
		sentence: `${counted(entries, 'cache entry', 'cache entries')} are gone. ${AFTER_CACHE[lastName(engine)] ?? NOT_CACHED}`,
		detail:
			'A cache may forget at any time: when it restarts, when it is full, when somebody calls cache.clear().',
		link: CACHING
	}),
	'cache.evicted': ({ key, engine }) => ({
		title: 'A cache entry is gone',
		sentence: `The cache forgot ${key}. ${AFTER_CACHE[lastName(engine)] ?? NOT_CACHED}`,
		detail:
			'A full cache makes room by forgetting what was used least recently. It asks nobody, and Django hears nothing of it.',
		link: CACHING
	}),
	'database.locked': (event) => locked(event),
	'database.unlocked': () => ({
		title: 'The database is free again',
		sentence: 'The other program has ended its transaction. Reads and writes go through.',
		detail: 'What failed meanwhile is not done again by itself.',
		link: LOCKED
	}),
	'disk.filled': ({ engine }) => ({
		title: 'The disk is full',
		sentence:
			lastName(engine) === 'file'
				? 'No byte can be written into the session files any more. Reading them still works.'
				: `No byte can be written into files any more. The ${lastName(engine)} engine writes none, so sessions go on.`,
		detail:
			'Django’s file engine passes over the error (OSError: [Errno 28] No space left on device). The page says 200 and the cookie is set, but the data are not saved. The database lies on another disk here.',
		link: LINKS.engines
	}),
	'disk.freed': () => ({
		title: 'The disk has room again',
		sentence: 'Files can be written again.',
		detail: 'What was not saved meanwhile stays lost. A new session of that time is an empty file.',
		link: LINKS.engines
	}),
	'secret-key.rotated': (event) => rotated(event),
	'browser.clock-set': ({ profile, ahead }) => clockSet(profile, ahead),
	'stored-session.destroyed': ({ key, places, targets }) => ({
		title: 'A session vanishes',
		sentence: `The session ${shortKey(key)} is gone from ${listed(places.map((place) => PLACES[place]))}.`,
		detail: targets.length
			? `Exchange ${listed(targets.map(String))} came with this key and is still running. If it has loaded the session and changes it, the save finds nothing to change: SessionInterrupted, status 400.`
			: 'The browser still has the key. Its next request gets an empty session. A logout in another tab does the same.',
		link: djangoDocs('ref/exceptions/#sessioninterrupted', 'SessionInterrupted')
	})
};

const PLACES: Readonly<Record<SessionPlace, string>> = {
	row: 'the table django_session',
	file: 'the folder of session files',
	cache: 'the cache'
};

const NOT_CACHED = 'This engine keeps no session in the cache, so no session is lost.';

/** What becomes of sessions whose cache entry is gone, by engine. */
const AFTER_CACHE: Readonly<Record<string, string>> = {
	cache: 'The cache was the only place of the session: whoever comes with its key gets an empty one.',
	cached_db:
		'The row in the database is still there: the next request reads it and puts it into the cache again.'
};

function locked({ against, engine }: EventOf<'database.locked'>): Explanation {
	const reads =
		against === 'writes'
			? 'Reads go on; writes wait 5 seconds, or what OPTIONS["timeout"] says, and then fail.'
			: 'Reads and writes wait 5 seconds, or what OPTIONS["timeout"] says, and then fail.';
	const kept = ['db', 'cached_db'].includes(lastName(engine));
	return {
		title: 'The database is locked',
		sentence: `Another program is in the middle of a transaction. ${reads}`,
		detail: kept
			? 'A new session fails with OperationalError: database is locked, status 500. Where an existing session is saved, Django takes any database error for a session that was deleted meanwhile: SessionInterrupted, status 400.'
			: `The ${lastName(engine)} engine keeps no rows: sessions go on, and only your own queries fail.`,
		link: LOCKED
	};
}

function rotated({ keptOld, django, engine }: EventOf<'secret-key.rotated'>): Explanation {
	const what =
		lastName(engine) === 'cache'
			? 'Sessions in the cache are not signed, but a login in them is checked against the key.'
			: 'Every stored session is signed with the key.';
	const effect = keptOld
		? 'The old key is in SECRET_KEY_FALLBACKS: what it signed is still read, and a login is moved to the new key.'
		: 'What the old key signed no longer counts: such sessions come up empty, and logins are over.';
	return {
		title: 'The SECRET_KEY is another',
		sentence: `settings.py has a new SECRET_KEY. ${what} ${effect}`,
		detail: keptOld
			? 'Take the old key out of the list when the last session that it signed has expired.'
			: django === '3.2'
				? 'Django 3.2 knows no SECRET_KEY_FALLBACKS; they came with 4.1.'
				: 'SECRET_KEY_FALLBACKS can hold the old key, so that nobody is logged out.',
		link: keptOld || django !== '3.2' ? FALLBACKS : LINKS.secretKey
	};
}

function clockSet(profile: string, ahead: number): Explanation {
	const link = mdn('HTTP/Reference/Headers/Set-Cookie', 'Set-Cookie: Expires and Max-Age');
	if (ahead === 0) {
		return {
			title: 'The browser’s clock is right again',
			sentence: `The computer of ${theBrowser(profile)} shows the same time as the server.`,
			detail: 'Cookies that had expired by the wrong clock are gone. They do not come back.',
			link
		};
	}
	const how = `${sayDuration(Math.abs(ahead))} ${ahead > 0 ? 'fast' : 'slow'}`;
	return {
		title: `The browser’s clock is ${how}`,
		sentence: `The computer of ${theBrowser(profile)} has a clock that is ${how}. The browser alone decides by it when a cookie expires.`,
		detail:
			'Max-Age counts from when the cookie arrives, by this same clock, so a cookie that comes now lives as long as it should. Chromium moves Expires by the difference to the response’s Date header. Cookies from before, and dates that a script writes, go by the wrong clock.',
		link
	};
}
