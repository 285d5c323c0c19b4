import { describe, expect, it } from 'vitest';
import { instant, parseInstant } from '../../time/instant.ts';
import type { Cookie } from './cookie.ts';
import { CookieJar } from './jar.ts';

const now = parseInstant('2026-03-01T12:00:00Z');
const later = (seconds: number) => instant(now + seconds * 1_000_000);
const url = 'https://a.example.org/';
const page = { url, kind: 'navigate' } as const;

function jarWith(...lines: string[]): CookieJar {
	const jar = new CookieJar();
	jar.receive(lines, page, now);
	return jar;
}

const names = (cookies: readonly Cookie[]) => cookies.map(({ name, value }) => `${name}=${value}`);

describe('decisions', () => {
	it('tells what was stored, in whose place', () => {
		const jar = jarWith('a=1');
		const [old] = jar.list(now);
		const [decision] = jar.receive(['a=2; Secure'], page, later(1));
		const cookie = jar.list(later(1))[0];
		expect(decision).toEqual({ outcome: 'stored', line: 0, cookie, replaced: old, evicted: [] });
		expect(cookie).toMatchObject({ value: '2', secure: true, created: later(1) });
	});

	it('keeps the age of a cookie whose value stays', () => {
		const jar = jarWith('a=1', 'b=2');
		jar.receive(['a=1; HttpOnly'], page, later(9));
		expect(jar.list(later(9))[0]).toMatchObject({ name: 'a', httpOnly: true, created: now });
	});

	it('tells what was deleted, or that there was nothing', () => {
		const jar = jarWith('a=1');
		const [old] = jar.list(now);
		expect(jar.receive(['a=; Max-Age=0', 'b=; Max-Age=0'], page, now)).toEqual([
			{ outcome: 'deleted', line: 0, name: 'a', removed: old },
			{ outcome: 'deleted', line: 1, name: 'b', removed: null }
		]);
	});

	it('refuses with reasons and steps', () => {
		const header = 'a=1; Domain=evil.test';
		expect(new CookieJar().receive(['ok=1', header], page, now)[1]).toEqual({
			outcome: 'refused',
			line: 1,
			header,
			name: 'a',
			reasons: [{ reason: 'InvalidDomain', step: '5.7.10' }]
		});
	});

	it('names what a script may not do', () => {
		const jar = jarWith('a=1; HttpOnly');
		expect(jar.writeDocumentCookie('a=2; HttpOnly', { url }, now)).toMatchObject({
			reasons: [
				{ reason: 'HttpOnlyFromScript', step: '5.7.15' },
				{ reason: 'OverwriteHttpOnly', step: '5.7.23' }
			]
		});
		expect(jar.readDocumentCookie({ url }, now)).toMatchObject({
			header: '',
			decisions: [{ outcome: 'withheld', reasons: [{ reason: 'HttpOnly' }] }]
		});
	});

	it('names what Chromium refuses in silence', () => {
		const decisions = new CookieJar().receive(['a=1; Partitioned', '=a=b'], page, now);
		expect(decisions).toMatchObject([
			{ reasons: [{ reason: 'PartitionedWithoutSecure', step: null }] },
			{ reasons: [{ reason: 'NamelessWithEquals', step: null }] }
		]);
	});

	it('tells all reasons why a cookie stays', () => {
		const jar = jarWith('a=1; Secure; Path=/x; SameSite=Strict');
		const { header, decisions } = jar.cookiesFor(
			{ url: 'http://b.example.org/', kind: 'subresource', initiator: 'https://other.test/' },
			now
		);
		expect(header).toBe('');
		expect(decisions).toMatchObject([
			{
				reasons: [
					{ reason: 'SecureOnly' },
					{ reason: 'DomainMismatch' },
					{ reason: 'NotOnPath' },
					{ reason: 'SchemefulSameSiteStrict' }
				]
			}
		]);
	});

	it('blocks all with a preference, and keeps what is there', () => {
		const jar = jarWith('a=1');
		jar.preferences = { ...jar.preferences, blockAll: true };
		expect(jar.cookiesFor(page, now).header).toBe('');
		expect(jar.receive(['b=2'], page, now)).toMatchObject([{ reasons: [{ reason: 'UserPreferences' }] }]);
		expect(names(jar.list(now))).toEqual(['a=1']);
	});

	it('has no cookies for an address that is not of the web', () => {
		expect(() => new CookieJar().cookiesFor({ url: 'file:///x', kind: 'navigate' }, now)).toThrow(RangeError);
	});
});

describe('the jar by hand', () => {
	it('removes what has expired', () => {
		const jar = jarWith('a=1; Max-Age=10', 'b=2');
		expect(names(jar.expire(later(9)))).toEqual([]);
		expect(names(jar.expire(later(10)))).toEqual(['a=1']);
		expect(names(jar.list(later(10)))).toEqual(['b=2']);
	});

	it('drops session cookies when the browser closes', () => {
		const jar = jarWith('a=1; Max-Age=10', 'b=2');
		expect(names(jar.closeBrowser())).toEqual(['b=2']);
		expect(names(jar.list(now))).toEqual(['a=1']);
	});

	it('removes a name, a cookie, a site', () => {
		const jar = jarWith('a=1', 'a=2; Path=/x', 'b=3', 'c=4');
		expect(names(jar.deleteByName('a'))).toEqual(['a=2', 'a=1']);
		const [b] = jar.list(now);
		expect([jar.remove(b as Cookie), jar.remove(b as Cookie)]).toEqual([true, false]);
		jar.receive(['d=5'], { url: 'https://other.test/', kind: 'navigate' }, now);
		expect(names(jar.clearSite('https://www.example.org/'))).toEqual(['c=4']);
		expect(names(jar.list(now))).toEqual(['d=5']);
	});

	it('gives a cookie another value in its place, or makes one', () => {
		const jar = jarWith('a=1; HttpOnly', 'b=2');
		expect(jar.put('a', 'x', url, now)).toMatchObject({ value: 'x', httpOnly: true });
		expect(jar.put('c', 'y', url, now)).toMatchObject({ domain: 'a.example.org', hostOnly: true, path: '/' });
		expect(names(jar.list(now))).toEqual(['a=x', 'b=2', 'c=y']);
	});

	it('comes back from a snapshot that went through JSON', () => {
		const jar = jarWith('a=1', 'p=1; Secure; Partitioned', 'b=2; Path=/x');
		const copy = CookieJar.restore(
			JSON.parse(JSON.stringify(jar.snapshot())) as ReturnType<CookieJar['snapshot']>
		);
		expect(copy.snapshot()).toEqual(jar.snapshot());
		expect(copy.receive(['c=3'], page, now)).toEqual(jar.receive(['c=3'], page, now));
	});
});
