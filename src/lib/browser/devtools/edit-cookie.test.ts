import { describe, expect, it } from 'vitest';
import { instant, parseInstant } from '../../time/instant.ts';
import type { Cookie } from '../cookies/cookie.ts';
import { CookieJar } from '../cookies/jar.ts';
import { editCookie, type EditedCookie } from './edit-cookie.ts';

const now = parseInstant('2026-03-01T12:00:00Z');
const url = 'https://a.example.org/';
const fresh: EditedCookie = {
	name: 'a',
	value: '1',
	domain: 'a.example.org',
	hostOnly: true,
	path: '/',
	expires: null,
	secure: false,
	httpOnly: false,
	sameSite: null,
	priority: 'medium'
};

function jarWith(line: string): { jar: CookieJar; old: Cookie } {
	const jar = new CookieJar();
	jar.receive([line], { url, kind: 'navigate' }, now);
	return { jar, old: jar.list(now)[0] as Cookie };
}

describe('a row of Application › Cookies', () => {
	it('adds a cookie, with its time of expiry to the microsecond', () => {
		const jar = new CookieJar();
		const expires = instant(now + 10_500_001);
		const decision = editCookie(jar, null, { ...fresh, expires, httpOnly: true }, now);
		expect(decision).toMatchObject({ outcome: 'stored', replaced: null });
		expect(jar.list(now)).toMatchObject([{ name: 'a', value: '1', expires, httpOnly: true }]);
	});

	it.each<[string, Partial<EditedCookie>]>([
		['the value', { value: 'x' }],
		['the name', { name: 'b' }],
		['the path', { path: '/x' }],
		['the domain', { domain: 'example.org', hostOnly: false }],
		['SameSite', { sameSite: 'strict' }],
		['Secure and SameSite', { secure: true, sameSite: 'none' }]
	])('changes %s and leaves one cookie', (_, change) => {
		const { jar, old } = jarWith('a=1; Priority=High');
		const decision = editCookie(jar, old, { ...old, ...change }, now);
		expect(decision).toMatchObject({ outcome: 'stored', replaced: old });
		expect(jar.list(now)).toMatchObject([{ name: 'a', value: '1', priority: 'high', ...change }]);
		expect(jar.list(now)).toHaveLength(1);
	});

	it.each<[string, Partial<EditedCookie>]>([
		['DisallowedCharacter', { value: 'x;y' }],
		['DisallowedCharacter', { name: 'x=y' }],
		['DisallowedCharacter', { value: ' x' }],
		['DisallowedCharacter', { value: 'x\ny' }],
		['InvalidDomain', { domain: 'not a host' }],
		['SameSiteNoneInsecure', { sameSite: 'none' }],
		['InvalidPrefix', { name: '__Host-a' }],
		['NoCookieContent', { name: '', value: '' }]
	])('refuses with %s and changes nothing', (reason, change) => {
		const { jar, old } = jarWith('a=1');
		expect(editCookie(jar, old, { ...old, ...change }, now)).toMatchObject({ reasons: [{ reason }] });
		expect(jar.list(now)).toEqual([old]);
	});

	it('deletes with a date in the past', () => {
		const { jar, old } = jarWith('a=1');
		const edited = { ...old, expires: instant(now - 1) };
		expect(editCookie(jar, old, edited, now)).toMatchObject({ outcome: 'deleted', removed: old });
		expect(jar.list(now)).toEqual([]);
	});

	it('works where cookies are blocked, and leaves them blocked', () => {
		const { jar, old } = jarWith('a=1');
		jar.preferences = { ...jar.preferences, blockAll: true };
		expect(editCookie(jar, old, { ...old, value: '2' }, now).outcome).toBe('stored');
		expect(jar.preferences.blockAll).toBe(true);
	});

	it('keeps the partition', () => {
		const jar = new CookieJar();
		const frame = { url, kind: 'frame', topLevel: 'https://other.test/' } as const;
		jar.receive(['p=1; Secure; SameSite=None; Partitioned'], frame, now);
		const [old] = jar.list(now);
		if (!old) throw new Error('No cookie');
		editCookie(jar, old, { ...old, value: '2' }, now);
		expect(jar.list(now)).toMatchObject([{ value: '2', partition: old.partition }]);
		expect(jar.cookiesFor(frame, now).header).toBe('p=2');
	});
});
