import type { NoSaveReason, SessionMissReason } from '../django/events.ts';
import type { WorldEventType } from '../world/events.ts';
import type { Entries, EventOf } from './entries.ts';
import type { Explanation } from './explanation.ts';
import { djangoDocs, LINKS } from './links.ts';
import { cause, counted, lastName, listed, shortKey } from './text.ts';

type Type = Extract<WorldEventType, `session.${string}`>;

/** What Django's sessions do. */
export const SESSIONS: Entries<Type> = {
	'session.attached': ({ engine, key }) => ({
		title: 'A session object is ready',
		sentence:
			key === null
				? 'The request brought no session cookie. request.session starts without a key.'
				: `SessionMiddleware took the key ${shortKey(key)} from the cookie. Nothing is read from the store yet.`,
		detail: `The session is lazy: the ${lastName(engine)} engine loads it only when the view first looks inside.`,
		link: LINKS.usingSessions
	}),
	'session.loaded': ({ key, keys, by }) => ({
		title: 'The session is loaded',
		sentence: `${cause(by)} looked into the session, so Django fetched the data of ${shortKey(key)}.`,
		detail: keys.length
			? `It holds ${counted(keys.length, 'key')}: ${listed(keys)}. Loading is not a change and moves no expiry date.`
			: 'It holds nothing yet. Loading is not a change and moves no expiry date.',
		link: LINKS.usingSessions
	}),
	'session.missed': (event) => MISSES[event.reason](event),
	'session.read': ({ key, by }) => ({
		title: `The session is read: ${key}`,
		sentence: `${cause(by)} asked the session for ${key}.`,
		detail:
			'Reading does not mark the session as modified. It will not be saved for this, and it does not live longer.',
		link: LINKS.saving
	}),
	'session.changed': ({ key, change, by }) => ({
		title: CHANGES[change].title,
		sentence: `${cause(by)} ${CHANGES[change].did(key)} The session is now marked as modified.`,
		detail: 'Nothing is in the store yet. SessionMiddleware saves a modified session on the way out.',
		link: LINKS.saving
	}),
	'session.created': ({ key, by }) => ({
		title: 'A new session key',
		sentence: `${cause(by)} needed a session where none was, so Django drew the random key ${shortKey(key)}.`,
		detail: 'The key is 32 characters of a–z and 0–9. Nobody can guess it; whoever knows it has the session.',
		link: LINKS.outsideViews
	}),
	'session.saved': (event) => ({
		title: 'The session is saved',
		sentence: `${SAVES[event.reason](event)} ${whereSaved(event.key)}`,
		detail: event.expires
			? `It expires at ${event.expires}. The time counts from this save.`
			: 'Its lifetime counts from this save.',
		link: LINKS.saving
	}),
	'session.unwritten': ({ key, left }) => ({
		title: 'Not saved: the disk is full',
		sentence:
			left === 'empty'
				? `Django made the file of ${shortKey(key)} but could not write into it. It passes over the error: the file stays empty.`
				: `Django could not write the new data of ${shortKey(key)}. It passes over the error: the file keeps the data of before.`,
		detail:
			'The file engine catches OSError (No space left on device) and tells nobody. The response is 200 with its cookie, as if all were well; the next request shows what is missing.',
		link: LINKS.engines
	}),
	'session.not-saved': ({ reason }) => NO_SAVES[reason],
	'session.deleted': ({ key, by }) => ({
		title: 'The session is deleted',
		sentence: `${cause(by)} removed the session ${shortKey(key)} from the store.`,
		detail: 'From now on the key opens nothing, in whichever browser it lies.',
		link: LINKS.usingSessions
	}),
	'session.key-cycled': ({ from, to, by }) => ({
		title: 'The session gets another key',
		sentence: `${cause(by)} moved the data from ${from === null ? 'no key' : shortKey(from)} to the new key ${shortKey(to)}.`,
		detail:
			'The data stay. The old key opens nothing any more, so somebody who had planted it gains nothing.',
		link: djangoDocs(
			'topics/http/sessions/#django.contrib.sessions.backends.base.SessionBase.cycle_key',
			'cycle_key()'
		)
	})
};

const CHANGES: Readonly<
	Record<EventOf<'session.changed'>['change'], { title: string; did(key: string): string }>
> = {
	set: { title: 'The session changes', did: (key) => `stored a value under ${key}.` },
	deleted: { title: 'A value leaves the session', did: (key) => `removed ${key}.` },
	cleared: { title: 'The session is emptied', did: () => 'removed everything from the session.' }
};

const SAVES: Readonly<
	Record<EventOf<'session.saved'>['reason'], (event: EventOf<'session.saved'>) => string>
> = {
	Modified: () => 'The view changed the session, so SessionMiddleware saved it.',
	SaveEveryRequest: () => 'SESSION_SAVE_EVERY_REQUEST is on, so SessionMiddleware saved it unchanged.',
	Explicit: ({ by }) => `${cause(by)} saved the session itself.`
};

const NO_SAVES: Readonly<Record<NoSaveReason, Explanation>> = {
	NotModified: {
		title: 'Not saved: not modified',
		sentence:
			'Nothing was assigned to a key of the session, so there is nothing to save and no cookie to set.',
		detail:
			'Reading does not count, and neither does a change inside a list or dictionary that the session holds. The expiry date stays where it was.',
		link: LINKS.saving
	},
	Empty: {
		title: 'Not saved: empty',
		sentence: 'The session holds nothing, so Django keeps no row for it and sends no session cookie.',
		detail: 'If the browser sent a session cookie all the same, Django asks it to delete that cookie.',
		link: LINKS.saving
	},
	ServerError: {
		title: 'Not saved: server error',
		sentence: 'The response is a server error, so SessionMiddleware leaves the store as it was.',
		detail:
			'Django 3.2 skips saving for status 500 alone. Django 4.2 and later skip every status from 500 on.',
		link: LINKS.saving
	},
	Interrupted: {
		title: 'Not saved: the session is gone',
		sentence:
			'SessionMiddleware wanted to save, and the store had nothing to change under this key. Django raises SessionInterrupted: status 400, and no cookie.',
		detail:
			'Somebody logged out meanwhile, the session was cleared, or the database refused the UPDATE. Django does not tell these apart.',
		link: djangoDocs('ref/exceptions/#sessioninterrupted', 'SessionInterrupted')
	},
	NoSession: {
		title: 'Not saved: no session',
		sentence: 'The request has no session, so there is nothing to save.',
		detail: 'Something before SessionMiddleware answered, or the middleware is not in MIDDLEWARE.',
		link: djangoDocs('topics/http/sessions/#enabling-sessions', 'Enabling sessions')
	}
};

/** Signed data, which the engine signed_cookies keeps in place of a key, has colons; a key has none. */
function whereSaved(key: string): string {
	if (key.includes(':')) return 'The signed data will be in the cookie, and nowhere else.';
	return `${shortKey(key)} is now in the store.`;
}

type Missed = EventOf<'session.missed'>;

const MISSES: Readonly<Record<SessionMissReason, (event: Missed) => Explanation>> = {
	NoSuchSession: ({ key }) => ({
		title: 'No such session',
		sentence: `The cookie names ${shortKey(key)}, but the store has nothing under that key. The session starts empty.`,
		detail:
			'Django does not take over a key that it did not make. If something is stored now, it gets a new key.',
		link: LINKS.sessionIds
	}),
	OtherWorker: ({ key }) => ({
		title: 'Another worker has this session',
		sentence: `This worker's cache has nothing under ${shortKey(key)}: the session lies in the memory of another worker, which this one cannot see.`,
		detail:
			'LocMemCache is the memory of one process. With several workers a login is there in one request and gone in the next. Use a store that all of them share: the database, files, or a cache server.',
		link: djangoDocs('topics/cache/#local-memory-caching', 'Local-memory caching')
	}),
	Expired: ({ key }) => ({
		title: 'The session has expired',
		sentence: `The row of ${shortKey(key)} is still there, but its expire_date has come. Django does not load it.`,
		detail:
			'Django asks for rows with expire_date later than now. An expired row stays in the table until clearsessions removes it.',
		link: LINKS.clearing
	}),
	ExpiredFile: ({ key }) => ({
		title: 'The session has expired',
		sentence: `The file of ${shortKey(key)} was written too long ago. Django deletes it when it reads it.`,
		detail:
			'A file has no expire_date. Django counts from its last change, unless the session has a length of its own. It looks only when the file is read: by a request, or by clearsessions.',
		link: LINKS.clearing
	}),
	ExpiredCookie: () => ({
		title: 'The session has expired',
		sentence: 'The signature in the cookie was made too long ago. Django treats the session as empty.',
		detail:
			'The moment of signing stands in the cookie itself. Django compares it with SESSION_COOKIE_AGE; the server keeps nothing.',
		link: djangoDocs('topics/http/sessions/#using-cookie-based-sessions', 'Using cookie-based sessions')
	}),
	NotSigned: ({ key }) => ({
		title: 'The cookie is not signed',
		sentence: `The cookie holds ${shortKey(key)}, without data and without a signature. The session starts empty.`,
		detail: 'That is a key, which another engine gave. This engine expects the data themselves, and signed.',
		link: djangoDocs('topics/http/sessions/#using-cookie-based-sessions', 'Using cookie-based sessions')
	}),
	BadSignature: ({ key }) => ({
		title: 'The signature does not fit',
		sentence: `The data of ${shortKey(key)} were signed with another SECRET_KEY, or changed. Django treats the session as empty.`,
		detail:
			'The data are still there, and Django logs a warning. After a change of SECRET_KEY this happens to everybody.',
		link: LINKS.secretKey
	}),
	BadData: ({ key }) => ({
		title: 'The data cannot be read',
		sentence: `What is stored under ${shortKey(key)} does not decode, so the session starts empty.`,
		detail: 'The text in session_data is damaged, or an older Django or another serializer wrote it.',
		link: djangoDocs('topics/http/sessions/#session-serialization', 'Session serialization')
	}),
	InvalidKey: ({ key }) => ({
		title: 'Not a session key',
		sentence: `The cookie's value ${JSON.stringify(shortKey(key))} cannot be a session key, so Django ignores it.`,
		detail: 'A session key has at least eight characters. The session starts empty and without a key.',
		link: LINKS.sessionIds
	})
};
