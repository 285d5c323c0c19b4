import { describe, expect, it } from 'vitest';
import { instant, parseInstant } from '../time/instant.ts';
import { browserRequest, historyEntry } from './navigation/request.ts';
import { Profile, type ProfileKind, type StartUp } from './profile.ts';
import { currentEntry } from './tab.ts';

const NOW = parseInstant('2026-03-01T12:00:00Z');
const URL_ = 'https://shop.example/';
const entry = (url: string) => historyEntry(browserRequest({ type: 'typed', url }));
const names = (cookies: readonly { name: string }[]) => cookies.map(({ name }) => name).sort();

function used(kind: ProfileKind, startUp: StartUp = 'fresh'): Profile {
	const profile = new Profile(kind);
	profile.startUp = startUp;
	const tab = profile.openTab();
	profile.navigated(tab.id, entry(URL_));
	profile.jar.receive(['session=1', 'kept=1; Max-Age=1000'], { url: URL_, kind: 'navigate' }, NOW);
	return profile;
}

describe('the end of a browser', () => {
	it.each<[string, ProfileKind, StartUp, (profile: Profile) => readonly object[], string[], number]>([
		['ordinary, closed', 'ordinary', 'fresh', (p) => p.close(), ['kept'], 0],
		['ordinary that continues where it was', 'ordinary', 'restore', (p) => p.close(), ['kept', 'session'], 1],
		['ordinary, crashed and restored', 'ordinary', 'fresh', (p) => p.crash(true), ['kept', 'session'], 1],
		['ordinary, crashed and not restored', 'ordinary', 'fresh', (p) => p.crash(false), ['kept'], 0],
		['private, closed', 'private', 'fresh', (p) => p.close(), [], 0],
		['private, even with restoring', 'private', 'restore', (p) => p.close(), [], 0],
		['private, crashed', 'private', 'fresh', (p) => p.crash(true), [], 0],
		['ordinary, last tab closed', 'ordinary', 'fresh', (p) => p.closeTab(1), ['kept', 'session'], 0],
		['private, last tab closed', 'private', 'fresh', (p) => p.closeTab(1), [], 0]
	])('%s', (_, kind, startUp, end, left, tabs) => {
		const profile = used(kind, startUp);
		const gone = end(profile);
		expect(names(profile.cookies(NOW))).toEqual(left);
		expect(gone).toHaveLength(2 - left.length);
		expect(profile.tabs).toHaveLength(tabs);
	});

	it('of a private window comes with its last tab, not before', () => {
		const profile = used('private');
		const second = profile.openTab();
		expect(profile.closeTab(1)).toEqual([]);
		expect(names(profile.cookies(NOW))).toEqual(['kept', 'session']);
		expect(names(profile.closeTab(second.id))).toEqual(['kept', 'session']);
	});
});

describe('tabs', () => {
	it('share the jar of their profile, and no other', () => {
		const [one, other] = [used('ordinary'), new Profile('private')];
		expect(one.jar.cookiesFor({ url: URL_, kind: 'navigate' }, NOW).header).toBe('session=1; kept=1');
		expect(other.jar.cookiesFor({ url: URL_, kind: 'navigate' }, NOW).header).toBe('');
	});

	it('go back and forward, and forget what lay ahead', () => {
		const profile = new Profile();
		const { id } = profile.openTab();
		for (const path of ['a', 'b', 'c']) profile.navigated(id, entry(URL_ + path));
		expect(profile.traverse(id, 1)).toBeNull();
		const back = profile.traverse(id, -2);
		expect(back && currentEntry(back)?.url).toBe(`${URL_}a`);
		expect(profile.traverse(id, -1)).toBeNull();
		const on = profile.navigated(id, entry(`${URL_}d`));
		expect(on.entries.map(({ url }) => url)).toEqual([`${URL_}a`, `${URL_}d`]);
	});

	it('do not count the same address twice', () => {
		const profile = new Profile();
		const { id } = profile.openTab();
		profile.navigated(id, entry(URL_));
		expect(profile.navigated(id, entry(URL_))).toMatchObject({ at: 0, entries: [{ url: URL_ }] });
	});

	it('that are not open cannot be used', () => {
		expect(() => new Profile().traverse(7, 1)).toThrow(RangeError);
	});
});

describe('what the user decides', () => {
	it('clears one site and leaves the others', () => {
		const profile = used('ordinary');
		profile.jar.receive(['other=1'], { url: 'https://other.test/', kind: 'navigate' }, NOW);
		expect(names(profile.clearSite('https://www.shop.example/'))).toEqual(['kept', 'session']);
		expect(names(profile.cookies(NOW))).toEqual(['other']);
	});

	it('blocks without deleting', () => {
		const profile = used('ordinary');
		profile.prefer({ blockAll: true });
		expect(profile.jar.cookiesFor({ url: URL_, kind: 'navigate' }, NOW).header).toBe('');
		profile.prefer({ blockAll: false });
		expect(profile.jar.cookiesFor({ url: URL_, kind: 'navigate' }, NOW).header).toBe('session=1; kept=1');
	});

	it('outlives a private window', () => {
		const profile = used('private');
		profile.prefer({ blockThirdParty: true });
		profile.close();
		expect(profile.jar.preferences.blockThirdParty).toBe(true);
	});
});

it('comes back from its snapshot, by way of JSON', () => {
	const profile = used('ordinary', 'restore');
	const text = JSON.stringify(profile.snapshot());
	const copy = Profile.restore(JSON.parse(text) as ReturnType<Profile['snapshot']>);
	expect(JSON.stringify(copy.snapshot())).toBe(text);
	expect(names(copy.cookies(instant(NOW + 2_000_000_000)))).toEqual(['session']);
});
