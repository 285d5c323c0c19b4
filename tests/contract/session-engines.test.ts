import { beforeEach, describe, expect, it } from 'vitest';
import { DjangoError } from '../../src/lib/django/error.ts';
import { ENGINES } from '../../src/lib/django/sessions/backends/engines.ts';
import { parseDuration } from '../../src/lib/time/duration.ts';
import { PlainServer } from '../fixtures/plain-session.ts';

/** What every engine owes a session, over plain JavaScript objects: no Python is needed to be right here. */
let server: PlainServer;

beforeEach(async () => {
	server = await PlainServer.start();
});

/** Saves a session with data and gives back the key that the cookie would carry. */
function saved(engine: string, data: Record<string, unknown> = { a: 1 }): string {
	const session = server.session(engine);
	for (const [name, value] of Object.entries(data)) session.set(name, value);
	session.save();
	if (session.key === null) throw new Error('Saving gave no key');
	return session.key;
}

describe.each(Object.keys(ENGINES))('%s', (engine) => {
	it('has no key before it is saved, and one after', () => {
		const session = server.session(engine);
		session.set('a', 1);
		expect(session.key).toBeNull();
		session.save();
		expect(session.key).not.toBeNull();
		expect(session.modified).toBe(true);
	});

	it('gives another request what was saved', () => {
		expect(server.session(engine, saved(engine, { a: 1, b: ['x'] })).data(false)).toEqual({ a: 1, b: ['x'] });
	});

	it('keeps a second save', () => {
		const session = server.session(engine, saved(engine));
		session.set('a', 2);
		session.save();
		expect(server.session(engine, session.key).get('a')).toBe(2);
	});

	it('reads empty under a key that it does not know', () => {
		expect(server.session(engine, 'nobodyhasthiskeyinanystore000000').data(false)).toEqual({});
	});

	it('takes no key shorter than eight characters', () => {
		expect(server.session(engine, 'short').key).toBeNull();
	});

	it('reads empty after fourteen days', () => {
		const key = saved(engine);
		server.clock.advance(parseDuration('14d') + 1_000_000);
		expect(server.session(engine, key).data(false)).toEqual({});
	});

	it('still loads a second before', () => {
		const key = saved(engine);
		server.clock.advance(parseDuration('14d') - 1_000_000);
		expect(server.session(engine, key).data(false)).toEqual({ a: 1 });
	});
});

const ON_SERVER = Object.keys(ENGINES).filter((engine) => engine !== 'signed_cookies');

describe.each(ON_SERVER)('%s, kept on the server', (engine) => {
	it('knows which keys exist', () => {
		const key = saved(engine);
		const session = server.session(engine);
		expect([session.exists(key), session.exists('nobodyhasthiskeyinanystore000000')]).toEqual([true, false]);
	});

	it('is gone when deleted, and deleting again does no harm', () => {
		const key = saved(engine);
		const session = server.session(engine, key);
		session.remove();
		session.remove();
		expect(server.session(engine).exists(key)).toBe(false);
		expect(server.events).toContainEqual({ type: 'session.deleted', key });
	});

	it('does not bring a session back that was deleted meanwhile', () => {
		const session = server.session(engine, saved(engine));
		session.set('b', 2);
		server.session(engine, session.key).remove();
		const error = thrown(() => session.save());
		expect(error).toBeInstanceOf(DjangoError);
		expect(error).toMatchObject({ type: 'django.contrib.sessions.backends.base.UpdateError' });
	});

	it('does not take a key that is in use', () => {
		const session = server.session(engine, saved(engine));
		expect(thrown(() => session.save(true))).toMatchObject({
			type: 'django.contrib.sessions.backends.base.CreateError'
		});
	});

	it('tells why a session was missed', () => {
		server.session(engine, 'nobodyhasthiskeyinanystore000000').data(false);
		expect(server.events).toEqual([
			{ type: 'session.missed', key: 'nobodyhasthiskeyinanystore000000', reason: 'NoSuchSession' }
		]);
	});
});

describe('signed_cookies, kept in the cookie', () => {
	it('still reads after it was deleted on the server: the old cookie holds it all', () => {
		const key = saved('signed_cookies');
		server.session('signed_cookies', key).remove();
		expect(server.session('signed_cookies', key).get('a')).toBe(1);
	});

	it('reads empty when a character is altered', () => {
		const key = saved('signed_cookies');
		expect(server.session('signed_cookies', `x${key.slice(1)}`).data(false)).toEqual({});
	});
});

describe('db and cached_db', () => {
	it.each(['db', 'cached_db'])('%s clears what has expired, and at the very instant not yet', (engine) => {
		const key = saved(engine);
		const clear = () => ENGINES[engine]?.clearExpired(server.context);
		const held = () => server.context.sql.quietly('SELECT 1 FROM django_session').length;
		server.clock.advance(parseDuration('14d'));
		clear();
		expect(held()).toBe(1);
		server.clock.advance(1);
		clear();
		expect([held(), server.session(engine, key).data(false)]).toEqual([0, {}]);
	});

	it('cached_db reads the table when the cache was emptied', () => {
		const key = saved('cached_db');
		server.cache.clear();
		expect(server.session('cached_db', key).get('a')).toBe(1);
	});
});

function thrown(work: () => unknown): unknown {
	try {
		work();
	} catch (error) {
		return error;
	}
	throw new Error('Nothing was thrown');
}
