import { describe, expect, it } from 'vitest';
import { VERSIONS } from '../versions.ts';
import { checkSource } from './check-source.ts';
import { checkToken } from './check-token.ts';
import { formatProblem, maskSecret, secretOf } from './token.ts';

const SECRET = 'abcdefghijklmnopqrstuvwxyzABCDEF';

describe('tokens', () => {
	it.each(['a'.repeat(32), '9'.repeat(32), SECRET, SECRET.split('').reverse().join('')])(
		'a secret comes back from under the mask %s',
		(mask) => {
			const token = maskSecret(SECRET, mask);
			expect(token.slice(0, 32)).toBe(mask);
			expect(secretOf(token)).toBe(SECRET);
		}
	);

	it.each([
		[SECRET, null],
		[SECRET + SECRET, null],
		['short', 'has incorrect length'],
		['', 'has incorrect length'],
		['!'.repeat(32), 'has invalid characters']
	])('the form of %s', (token, problem) => {
		expect(formatProblem(token)).toBe(problem);
	});

	it.each([
		[null, SECRET, 'POST', 'NoCookie', 'CSRF cookie not set.'],
		[SECRET, null, 'POST', 'TokenMissing', 'CSRF token missing.'],
		[SECRET, 'short', 'POST', 'TokenMalformed', 'CSRF token from POST has incorrect length.'],
		[
			SECRET,
			'x'.repeat(32),
			'HTTP_X_CSRFTOKEN',
			'TokenIncorrect',
			"CSRF token from the 'X-Csrftoken' HTTP header incorrect."
		]
	])('held %s, given %s in %s', (held, given, source, reason, message) => {
		expect(checkToken(held, given, source)).toEqual({ reason, message });
	});

	it('takes the secret itself and any mask of it', () => {
		expect(checkToken(SECRET, SECRET, 'POST')).toBeNull();
		expect(checkToken(SECRET, maskSecret(SECRET, 'Z'.repeat(32)), 'POST')).toBeNull();
	});
});

describe('where a form comes from', () => {
	const source = { secure: false, host: 'a.example', port: '80', origin: null, referer: null };
	const trusted = { origins: ['https://b.example', 'https://*.c.example'], domain: null };

	it.each([
		['http without headers', source, null],
		['its own origin', { ...source, origin: 'http://a.example' }, null],
		['another scheme', { ...source, origin: 'https://a.example' }, 'BadOrigin'],
		['a trusted origin', { ...source, origin: 'https://b.example' }, null],
		['below a trusted domain', { ...source, origin: 'https://x.c.example' }, null],
		['below it with another scheme', { ...source, origin: 'http://x.c.example' }, 'BadOrigin'],
		['an opaque origin', { ...source, origin: 'null' }, 'BadOrigin'],
		['https without Referer', { ...source, secure: true }, 'NoReferer'],
		['its own Referer', { ...source, secure: true, referer: 'https://a.example/f?x' }, null],
		['an http Referer', { ...source, secure: true, referer: 'http://a.example/' }, 'InsecureReferer'],
		['a foreign Referer', { ...source, secure: true, referer: 'https://e.example/' }, 'BadReferer'],
		['a Referer that is none', { ...source, secure: true, referer: 'e.example' }, 'MalformedReferer']
	])('%s', (_name, from, reason) => {
		expect(checkSource(from, trusted, VERSIONS['5.2'])?.reason ?? null).toBe(reason);
	});

	it('3.2 does not look at Origin, and trusts bare hosts', () => {
		const from = { ...source, secure: true, origin: 'https://e.example', referer: 'https://x.d.example/' };
		expect(checkSource(from, { origins: ['.d.example'], domain: null }, VERSIONS['3.2'])).toBeNull();
	});
});
