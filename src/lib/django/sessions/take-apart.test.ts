import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../time/instant.ts';
import { sign, signText, timestampSign } from '../signing.ts';
import { encodeSession } from './encoding.ts';
import { takeApart, type TakeApartKeys } from './take-apart.ts';

const now = parseInstant('2026-01-05T09:30:00.123456Z');
const secret = 'crumbs-for-teaching-only-0123456789-abcdefghijkl';
const keys: TakeApartKeys = { secret, fallbacks: [], cookieNames: ['visits'], salt: '' };
const key = { secret, fallbacks: [], algorithm: 'sha256' } as const;
const SESSION = 'django.contrib.sessions.SessionStore';

/** A row that real Django wrote under this key (tests/conformance/django, switch/p-cache-db). */
const ROW = 'eyJiIjoyfQ:1vcguW:ae97QmuRh_LrnzFWDtcb2jAnEVCSQ4gQn2OxgIRxM9k';
const TAKEN = {
	kind: 'signed',
	payload: 'eyJiIjoyfQ',
	compressed: false,
	data: '{"b":2}',
	format: 'JSON',
	timestamp: '1vcguW',
	signedAt: parseInstant('2026-01-05T09:30:00.000000Z'),
	signature: 'ae97QmuRh_LrnzFWDtcb2jAnEVCSQ4gQn2OxgIRxM9k',
	signedAs: { what: 'session_data', salt: SESSION, by: 'SECRET_KEY' }
};

describe('session_data that Django wrote', () => {
	it.each([
		['bare', ROW],
		['with space around it', `  ${ROW}\n`],
		['in quotes', `'${ROW}'`],
		['broken over two lines', `${ROW.slice(0, 30)}\n  ${ROW.slice(30)}`],
		['as a row of the table', `5ve5xnp7to9d0jfoh6n9w38bsji4njk0  ${ROW}  2026-01-19 09:30:00.123456`],
		['as sqlite3 lists it', `5ve5xnp7to9d0jfoh6n9w38bsji4njk0|${ROW}|2026-01-19 09:30:00.123456`]
	])('is taken apart %s', (_, pasted) => {
		expect(takeApart(pasted, keys)).toEqual(TAKEN);
	});

	it('does not verify under another key, and is read all the same', () => {
		expect(takeApart(ROW, { ...keys, secret: 'another' })).toEqual({ ...TAKEN, signedAs: null });
	});

	it('verifies under a fallback', () => {
		expect(takeApart(ROW, { ...keys, secret: 'another', fallbacks: [secret] })).toEqual({
			...TAKEN,
			signedAs: { what: 'session_data', salt: SESSION, by: 'SECRET_KEY_FALLBACKS' }
		});
	});

	it('may be compressed', () => {
		const text = signText(JSON.stringify({ a: 'x'.repeat(100) }), SESSION, key, now, true);
		expect(takeApart(text, keys)).toMatchObject({
			compressed: true,
			data: JSON.stringify({ a: 'x'.repeat(100) }),
			signedAs: { what: 'session_data' }
		});
	});

	it('may be a pickle', () => {
		const pickled = Uint8Array.from([0x80, 5, 0x7d, 0x94, 0x8c, 1, 0x61, 0x94, 0x4b, 1, 0x73, 0x2e]);
		const text = signText(pickled, SESSION, key, now, false);
		expect(takeApart(text, keys)).toMatchObject({ data: "{'a': 1}", format: 'pickle' });
	});
});

describe('cookies', () => {
	const cookieKey = { ...key, secret: `django.http.cookies${secret}` };
	it.each([
		[
			'a session of signed_cookies',
			signText('{"a":1}', 'django.contrib.sessions.backends.signed_cookies', key, now, true),
			'{"a":1}'
		],
		[
			'the signed cookie visits',
			timestampSign('12', 'django.http.cookies.v2:0:visits', cookieKey, now),
			'12'
		],
		['the signed cookie visits', timestampSign('a:b', 'visits', cookieKey, now), 'a:b'],
		[
			'the signed cookie seen',
			`seen=${timestampSign('yes', 'seen', cookieKey, now)}; Path=/; HttpOnly`,
			'yes'
		]
	])('%s: %s', (what, pasted, data) => {
		expect(takeApart(pasted, keys)).toMatchObject({ data, signedAs: { what, by: 'SECRET_KEY' } });
	});

	it('with a salt of their own verify once it is told', () => {
		const text = timestampSign('12', 'visitsown', cookieKey, now);
		expect(takeApart(text, keys)).toMatchObject({ payload: '12', signedAs: null });
		expect(takeApart(text, { ...keys, salt: 'own' })).toMatchObject({
			data: '12',
			signedAs: { what: 'the signed cookie visits', salt: 'visitsown' }
		});
	});
});

describe('the old encoding, base64 of hash:json', () => {
	// Two rows of an old tutorial; their SECRET_KEY is not known.
	it.each([
		[
			'YThiZWRjMjQ1NzZhMzYzMTBhZjYxNWI2ZDgyODI1Y2ExODI2MTJjNzp7Im51bV92aXNpdHMiOjF9',
			'a8bedc24576a36310af615b6d82825ca182612c7',
			'{"num_visits":1}'
		],
		[
			'vii016kh2vzqpm0uw3or4qrqxddmwisx  OWNkOGQxYjg4NzlkN2ZhOTc2NmU1ODY0NWMzZmQ4YjdhMzM4OTJhNjp7Im51bV92aXNpdHMiOjJ9  2019-02-21 15:32:52.555061',
			'9cd8d1b8879d7fa9766e58645c3fd8b7a33892a6',
			'{"num_visits":2}'
		]
	])('%s', (pasted, hash, data) => {
		expect(takeApart(pasted, keys)).toEqual({ kind: 'legacy', hash, data, format: 'JSON', valid: false });
	});

	it('verifies under the key that wrote it', () => {
		const encoding = {
			salt: SESSION,
			legacySalt: 'django.contrib.sessionsSessionStore',
			key,
			legacy: 'write'
		} as const;
		expect(takeApart(encodeSession('{"a":1}', encoding, now), keys)).toMatchObject({
			kind: 'legacy',
			data: '{"a":1}',
			valid: true
		});
	});
});

describe('what is none of these', () => {
	it.each([
		['', 'Empty'],
		['  \n ', 'Empty'],
		['5ve5xnp7to9d0jfoh6n9w38bsji4njk0', 'SessionKey'],
		['eyJiIjoyfQ', 'Unsigned'],
		[sign('a', SESSION, key), 'NotThisFormat'],
		['{"num_visits": 1}', 'NotThisFormat'],
		['a'.repeat(100_000), 'Unsigned'],
		[':::', 'NotThisFormat']
	])('%.40j: %s', (pasted, reason) => {
		expect(takeApart(pasted, keys)).toEqual({ kind: 'unreadable', reason });
	});
});
