import { describe, expect, it } from 'vitest';
import { djangoSwitched, engineSwitched, sessionsAfterDjango, sessionsAfterEngine } from './switches.ts';

const of = (name: string) => `django.contrib.sessions.backends.${name}`;

describe('what a switch of engine does to living sessions', () => {
	it.each([
		['db', 'db', 'Living sessions go on.'],
		['db', 'cached_db', 'Living sessions go on: db and cached_db keep them in the same table.'],
		['cached_db', 'db', 'Living sessions go on: cached_db and db keep them in the same table.'],
		[
			'db',
			'cache',
			'Living sessions are lost: cache looks in the memory of its process, which begins empty.'
		],
		['cache', 'file', 'Living sessions are lost: file looks for a file named after the key.'],
		[
			'file',
			'signed_cookies',
			'Living sessions are lost: signed_cookies looks in the cookie itself, which holds a bare key.'
		],
		[
			'signed_cookies',
			'db',
			'Living sessions are lost: db takes what the cookie holds for a key and looks in the table django_session.'
		]
	])('%s to %s', (from, to, says) => {
		expect(sessionsAfterEngine(of(from), of(to))).toBe(says);
	});

	it('is up to an engine of the project', () => {
		expect(sessionsAfterEngine(of('db'), 'myapp.sessions')).toBe(
			'Whether living sessions go on is up to myapp.sessions: it looks where its own code says.'
		);
	});

	it('names what stays behind', () => {
		expect(engineSwitched(of('db'), of('file')).detail).toBe(
			'The old rows stay in django_session until clearsessions.'
		);
	});
});

describe('what a switch of version does to living sessions', () => {
	it.each([
		['3.2', '6.1', 'db', false, 'Living sessions go on: Django 6.1 reads what Django 3.2 wrote.'],
		[
			'3.2',
			'4.2',
			'db',
			true,
			'Living sessions are lost: they were written in the old way, base64 of a hash and JSON, which Django 4.2 does not read.'
		],
		[
			'5.2',
			'6.1',
			'cache',
			false,
			'Living sessions are lost: they were in the memory of the process that ended.'
		],
		['5.2', '5.2', 'cache', false, 'Living sessions go on.']
	] as const)('%s to %s on %s, legacy %s', (from, to, engine, legacy, says) => {
		expect(sessionsAfterDjango(from, to, of(engine), legacy)).toBe(says);
	});

	it('has a title', () => {
		const event = { from: '5.2', to: '4.2', engine: of('db'), legacy: false } as const;
		expect(djangoSwitched(event).title).toBe('The server now runs Django 4.2');
	});
});
