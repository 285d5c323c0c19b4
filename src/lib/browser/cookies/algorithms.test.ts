import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../http/address.ts';
import { isLocalhost, registrableDomain } from '../../http/site.ts';
import { parseInstant } from '../../time/instant.ts';
import { canonicalHost } from './canonical-host.ts';
import { cookieDomain } from './cookie-domain.ts';
import { cookiePath } from './cookie-path.ts';
import { defaultPath } from './default-path.ts';
import { domainMatch } from './domain-match.ts';
import { leavesSecureAlone } from './leave-secure-alone.ts';
import { expiryTime } from './lifetime.ts';
import { documentPartition, partitionKey, requestPartition } from './partition.ts';
import { pathMatch } from './path-match.ts';
import { blockedBy } from './blocked-by.ts';
import { sendingContext, storingContext } from './same-site.ts';
import type { RequestContext } from './request-context.ts';

describe('the registrable domain of a host', () => {
	it.each([
		['a.b.example.org', 'example.org'],
		['example.org', 'example.org'],
		['example.org.', 'example.org.'],
		['shop.co.uk', 'shop.co.uk'],
		['co.uk', null],
		['user.github.io', 'user.github.io'],
		['github.io', null],
		['a.www.ck', 'www.ck'],
		['foo.ck', null],
		['localhost', null],
		['app.localhost', 'app.localhost'],
		['192.0.2.7', null],
		['[::1]', null],
		['my_host.example.org', 'example.org']
	])('%s: %s', (host, expected) => {
		expect(registrableDomain(host)).toBe(expected);
	});
});

describe('hosts that never leave the machine', () => {
	it.each([
		['localhost', true],
		['localhost.', true],
		['app.localhost', true],
		['127.0.0.1', true],
		['127.9.8.7', true],
		['[::1]', true],
		['[::ffff:7f00:1]', false],
		['192.168.0.1', false],
		['notlocalhost', false],
		['localhost.example.org', false]
	])('%s: %s', (host, expected) => {
		expect(isLocalhost(host)).toBe(expected);
	});
});

describe('5.1.2: canonical hosts', () => {
	it.each([
		['example.org', 'example.org'],
		['EXAMPLE.Org', 'example.org'],
		['bücher.example.org', 'xn--bcher-kva.example.org'],
		['3221225991', '192.0.2.7'],
		['[::1]', '[::1]'],
		['', null],
		['example.org:80', null],
		['example.org/', null],
		['user@example.org', null],
		['exa%6dple.org', null],
		['example org', null],
		['example.org?x', null]
	])('%j: %s', (text, expected) => {
		expect(canonicalHost(text)).toBe(expected);
	});
});

describe('5.1.3: domain-match', () => {
	it.each([
		['example.org', 'example.org', true],
		['a.example.org', 'example.org', true],
		['a.b.example.org', 'example.org', true],
		['myexample.org', 'example.org', false],
		['example.org', 'a.example.org', false],
		['org', 'example.org', false]
	])('%s in %s: %s', (host, domain, expected) => {
		expect(domainMatch(host, domain)).toBe(expected);
	});
});

describe('5.7, steps 7 to 10: the domain of a cookie', () => {
	const hostOnly = (domain: string) => ({ domain, hostOnly: true });
	const below = (domain: string) => ({ domain, hostOnly: false });
	const refused = (step: string) => ({ reason: 'InvalidDomain', step });
	it.each([
		['b.example.org', undefined, hostOnly('b.example.org')],
		['b.example.org', '', hostOnly('b.example.org')],
		['b.example.org', 'example.org', below('example.org')],
		['b.example.org', '.Example.ORG', below('example.org')],
		['b.example.org', 'b.example.org', below('b.example.org')],
		['b.example.org', 'c.example.org', refused('5.7.10')],
		['b.example.org', 'org', refused('5.7.9')],
		['b.example.org', '..example.org', refused('5.7.10')],
		['b.example.org', '.', refused('5.7.10')],
		['b.example.org', 'example.org.', refused('5.7.10')],
		['b.example.org', 'example.org, c.example.org', refused('5.7.10')],
		['b.example.org..', undefined, refused('5.7.10')],
		['github.io', '.github.io', hostOnly('github.io')],
		['user.github.io', 'github.io', refused('5.7.9')],
		['intranet', '.intranet', hostOnly('intranet')],
		['intranet', 'other', refused('5.7.9')],
		['192.0.2.7', '.192.0.2.7', hostOnly('192.0.2.7')],
		['192.0.2.7', '0.2.7', refused('5.7.10')],
		['[::1]', '[::1]', hostOnly('[::1]')]
	])('%s, Domain=%s', (host, attribute, expected) => {
		expect(cookieDomain({ host }, attribute)).toEqual(expected);
	});
});

describe('5.1.4: the default path', () => {
	it.each([
		['/', '/'],
		['/foo', '/'],
		['/foo/', '/foo'],
		['/foo/bar', '/foo'],
		['//foo/bar', '//foo']
	])('%s: %s', (path, expected) => {
		expect(defaultPath(path)).toBe(expected);
	});

	it.each([
		['/x', '/x'],
		['"/x"', '/d'],
		['', '/d'],
		['x', '/d'],
		[undefined, '/d']
	])('Path=%s gives %s', (attribute, expected) => {
		expect(cookiePath(attribute, '/d/e')).toBe(expected);
	});
});

describe('5.1.4: path-match', () => {
	it.each([
		['/foo', '/foo', true],
		['/foo/bar', '/foo', true],
		['/foobar', '/foo', false],
		['/foo', '/foo/', false],
		['/foo/', '/foo/', true],
		['/Foo', '/foo', false],
		['/f%6Fo', '/foo', false],
		['/x', '/', true]
	])('%s on %s: %s', (request, cookie, expected) => {
		expect(pathMatch(request, cookie)).toBe(expected);
	});
});

describe('5.7, step 6: when a cookie expires', () => {
	const now = parseInstant('2026-03-01T12:00:00Z');
	const cap = parseInstant('2027-04-05T12:00:00Z');
	const date = 'Sun, 01 Mar 2026 13:00:00 GMT';
	it.each([
		[undefined, undefined, null],
		['100', undefined, parseInstant('2026-03-01T12:01:40Z')],
		['+100', undefined, parseInstant('2026-03-01T12:01:40Z')],
		['34560001', undefined, cap],
		['9223372036854775808', undefined, cap],
		['9223372036854775808abc', undefined, cap],
		['100abc', date, parseInstant('2026-03-01T13:00:00Z')],
		['', date, parseInstant('2026-03-01T13:00:00Z')],
		['1.5', undefined, null],
		[undefined, 'zzz', null],
		[undefined, 'Fri, 31 Dec 9999 23:59:59 GMT', cap]
	])('Max-Age=%s; Expires=%s', (maxAge, expires, expected) => {
		expect(expiryTime({ maxAge, expires }, now, 0)).toBe(expected);
	});

	it.each(['0', '-0', '-1', '-99999999999999999999'])('Max-Age=%s is past', (maxAge) => {
		expect(expiryTime({ maxAge, expires: undefined }, now, 0)).toBeLessThan(0);
	});

	it('shifts Expires by what the server is behind', () => {
		const hour = 3_600_000_000;
		expect(expiryTime({ maxAge: undefined, expires: date }, now, hour)).toBe(
			parseInstant('2026-03-01T14:00:00Z')
		);
	});
});

describe('5.7, step 16: leave Secure cookies alone', () => {
	const kept = { name: 'a', domain: 'example.org', path: '/foo', secure: true };
	it.each([
		['the same', {}, true],
		['a subdomain', { domain: 's.example.org' }, true],
		['the parent', { domain: 'org' }, true],
		['a sibling', { domain: 'other.org' }, false],
		['a path below', { path: '/foo/bar' }, true],
		['a path above', { path: '/' }, false],
		['another name', { name: 'b' }, false]
	])('%s: %s', (_, change, expected) => {
		expect(leavesSecureAlone({ ...kept, ...change }, kept)).toBe(expected);
	});

	it('does not protect a cookie that is not Secure', () => {
		expect(leavesSecureAlone(kept, { ...kept, secure: false })).toBe(false);
	});
});

const STRICT = 3;
const LAX = 2;
const UNSAFE = 1;
const CROSS = 0;
const url = 'https://a.example.org/';
const own = 'https://www.example.org/';
const other = 'https://other.test/';

describe('5.2: how near a request is to its site, in sending and in storing', () => {
	it.each<[string, RequestContext, number, number]>([
		['typed', { url, kind: 'navigate' }, STRICT, STRICT],
		['same-site link', { url, kind: 'navigate', initiator: own }, STRICT, STRICT],
		['cross-site link', { url, kind: 'navigate', initiator: other }, LAX, STRICT],
		['link from http', { url, kind: 'navigate', initiator: 'http://a.example.org/' }, LAX, STRICT],
		['link from a data: page', { url, kind: 'navigate', initiator: 'data:text/html,x' }, LAX, STRICT],
		['same-site post', { url, kind: 'form-post', initiator: own }, STRICT, STRICT],
		['cross-site post', { url, kind: 'form-post', initiator: other }, UNSAFE, STRICT],
		['same-site fetch', { url, kind: 'subresource', initiator: own }, STRICT, STRICT],
		['cross-site fetch', { url, kind: 'subresource', initiator: other }, CROSS, CROSS],
		[
			'fetch from an embedded self',
			{ url, kind: 'subresource', initiator: url, topLevel: other },
			CROSS,
			CROSS
		],
		[
			'fetch from a foreign frame',
			{ url, kind: 'subresource', initiator: other, topLevel: url },
			CROSS,
			CROSS
		],
		['same-site frame', { url, kind: 'frame', topLevel: own }, STRICT, STRICT],
		['cross-site frame', { url, kind: 'frame', topLevel: other }, CROSS, CROSS],
		['typed, by way of another site', { url, kind: 'navigate', via: [other] }, STRICT, STRICT]
	])('%s', (_, context, sending, storing) => {
		const address = parseAddress(context.url);
		expect([sendingContext(context, address), storingContext(context, address)]).toEqual([sending, storing]);
	});
});

describe('the partition of partitioned cookies', () => {
	it.each<[string, RequestContext, string]>([
		['top level', { url, kind: 'navigate', initiator: other }, 'shttps://example.org'],
		['same-site frame', { url, kind: 'frame', topLevel: own }, 'shttps://example.org'],
		['cross-site frame', { url, kind: 'frame', topLevel: other }, 'xhttps://other.test'],
		['cross-site fetch', { url, kind: 'subresource', initiator: other }, 'xhttps://other.test'],
		[
			'foreign frame in its own page',
			{ url, kind: 'subresource', initiator: other, topLevel: url },
			'xhttps://example.org'
		]
	])('%s', (_, context, expected) => {
		expect(partitionKey(requestPartition(context, parseAddress(url)) ?? undefined)).toBe(expected);
	});

	it.each([
		[undefined, 'shttps://example.org'],
		[own, 'shttps://example.org'],
		[other, 'xhttps://other.test']
	])('of a document in %s', (topLevel, expected) => {
		expect(partitionKey(documentPartition(parseAddress(url), topLevel) ?? undefined)).toBe(expected);
	});
});

describe('5.3: what preferences block', () => {
	const all = { blockAll: true, blockThirdParty: false, blockedSites: [] };
	const third = { blockAll: false, blockThirdParty: true, blockedSites: [] };
	const one = { blockAll: false, blockThirdParty: false, blockedSites: ['example.org'] };
	const own = 'https://example.org';
	it.each([
		['all', all, own, 'all'],
		['third parties, first party', third, own, 'none'],
		['third parties, third party', third, 'https://other.test', 'unpartitioned'],
		['third parties, no common site', third, null, 'unpartitioned'],
		['the site', one, own, 'all'],
		['another site', { ...one, blockedSites: ['other.test'] }, own, 'none']
	] as const)('%s', (_, preferences, site, expected) => {
		expect(blockedBy(preferences, parseAddress(url), site)).toBe(expected);
	});
});
