import { describe, expect, it } from 'vitest';
import { octetLength, parseSetCookie, type CookieAttributes } from './parse-set-cookie.ts';

const none: CookieAttributes = {
	expires: undefined,
	maxAge: undefined,
	domain: undefined,
	path: undefined,
	secure: false,
	httpOnly: false,
	sameSite: null,
	priority: 'medium',
	partitioned: false
};

describe('5.6: name and value', () => {
	it.each([
		['a=b', 'a', 'b'],
		['a', '', 'a'],
		['=a', '', 'a'],
		['a=', 'a', ''],
		['a==b', 'a', '=b'],
		['=a=b', '', 'a=b'],
		[' \t a \t = \t b \t ', 'a', 'b'],
		['a=b,c=d', 'a', 'b,c=d'],
		['"a"="b"', '"a"', '"b"'],
		['\u00a0a=b\u3000', '\u00a0a', 'b\u3000'],
		['a=b;', 'a', 'b'],
		['a=b;;; ; =x; =', 'a', 'b'],
		['Path=/x', 'Path', '/x']
	])('%j', (line, name, value) => {
		expect(parseSetCookie(line)).toEqual({ parsed: { name, value, attributes: none } });
	});
});

describe('5.6: attributes, of which the last of a name counts', () => {
	it.each<[string, Partial<CookieAttributes>]>([
		['PATH=/; SECURE; hTTPoNLY', { path: '/', secure: true, httpOnly: true }],
		[' path  =  /x ', { path: '/x' }],
		['Path=/p; Path=', { path: '' }],
		['Domain=good; Domain', { domain: '' }],
		['Max-Age=1; Max-Age=zzz', { maxAge: 'zzz' }],
		['Expires=one; Expires=two', { expires: 'two' }],
		['SameSite=Strict', { sameSite: 'strict' }],
		['SameSite=Strict; SameSite=bogus', { sameSite: null }],
		['SameSite="Lax"', { sameSite: null }],
		['Priority=HIGH', { priority: 'high' }],
		['Priority=High; Priority=zzz', { priority: 'medium' }],
		['Partitioned=no', { partitioned: true }],
		['Partitionedx', {}],
		['Secure=false', { secure: true }],
		[`Secure=${'x'.repeat(1025)}`, {}],
		[`Path=/${'p'.repeat(1023)}`, { path: `/${'p'.repeat(1023)}` }],
		[`Path=/${'p'.repeat(1024)}`, {}],
		[`Path=/ok; Path=/${'é'.repeat(512)}`, { path: '/ok' }]
	])('%.40s', (attributes, expected) => {
		expect(parseSetCookie(`a=b; ${attributes}`)).toEqual({
			parsed: { name: 'a', value: 'b', attributes: { ...none, ...expected } }
		});
	});
});

describe('5.6: lines that give no cookie', () => {
	it.each([
		['', 'NoCookieContent'],
		['=', 'NoCookieContent'],
		[' \t = ', 'NoCookieContent'],
		[';a=b', 'NoCookieContent'],
		['a=b\tc', 'DisallowedCharacter'],
		['a\x01=b', 'DisallowedCharacter'],
		['a=b\x7f', 'DisallowedCharacter'],
		['\0', 'DisallowedCharacter'],
		['a=b\n', 'DisallowedCharacter'],
		['a=b; foo=\x01', 'DisallowedCharacter'],
		['a=b; f\x01oo', 'DisallowedCharacter'],
		['a=b; Expires=6\tSep', 'DisallowedCharacter'],
		[`a=${'v'.repeat(4096)}`, 'NameValuePairExceedsMaxSize'],
		[`a=${'é'.repeat(2048)}`, 'NameValuePairExceedsMaxSize'],
		[`a=${'v'.repeat(4096)}\x01`, 'NameValuePairExceedsMaxSize']
	])('%.20j: %s', (line, reason) => {
		expect(parseSetCookie(line)).toMatchObject({ refusal: { reason } });
	});
});

describe('octets of a text in UTF-8', () => {
	it.each(['', 'abc', 'é', '値', '😀', '\ud83d', '\ude00x', 'a😀é値'])('%j', (text) => {
		expect(octetLength(text)).toBe(new TextEncoder().encode(text).length);
	});
});
