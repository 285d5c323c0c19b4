import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, parseInstant } from '../../time/instant.ts';
import type { Cookie } from './cookie.ts';
import { MOST_IN_ALL, MOST_OCTETS_PER_PARTITION, MOST_PER_SITE } from './eviction.ts';
import { CookieJar } from './jar.ts';
import { LONGEST_LIFE } from './lifetime.ts';
import { octetLength } from './parse-set-cookie.ts';
import { parseCookieDate } from './parse-date.ts';
import { partitionKey } from './partition.ts';
import type { RequestContext } from './request-context.ts';

const start = parseInstant('2026-03-01T12:00:00Z');
const URLS = [
	'https://a.example.org/',
	'http://a.example.org/x/y',
	'https://example.org/x',
	'http://b.example.org/',
	'https://user.github.io/',
	'http://localhost:3000/',
	'http://192.0.2.7/',
	'https://other.test/x/'
];
const url = fc.constantFrom(...URLS);
const attribute = fc.oneof(
	fc.constantFrom('Secure', 'HttpOnly', 'Partitioned', 'Secure; SameSite=None', 'Path=/', 'Path=/x'),
	fc.constantFrom('SameSite=Lax', 'SameSite=Strict', 'Domain=example.org', 'Domain=.github.io', 'Domain=org'),
	fc.constantFrom('Max-Age=0', 'Max-Age=60', 'Max-Age=99999999999', 'Priority=Low', 'Priority=High'),
	fc.constantFrom('Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'Expires=Fri, 31 Dec 9999 23:59:59 GMT'),
	fc.string({ unit: 'binary', maxLength: 20 })
);
const line = fc.oneof(
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
	{
		weight: 4,
		arbitrary: fc
			.tuple(
				fc.constantFrom('a', 'b', '', '__Host-a', '__secure-b', 'long'),
				fc.string({ maxLength: 8 }),
				fc.array(attribute, { maxLength: 4 })
			)
			.map(([name, value, attributes]) => [`${name}=${value}`, ...attributes].join('; '))
	}
);
const request = fc.record(
	{
		url,
		kind: fc.constantFrom('navigate', 'form-post', 'frame', 'subresource'),
		initiator: url,
		topLevel: url
	},
	{ requiredKeys: ['url', 'kind'] }
) as fc.Arbitrary<RequestContext>;

type Step =
	| { readonly type: 'receive'; readonly request: RequestContext; readonly lines: readonly string[] }
	| { readonly type: 'script'; readonly request: RequestContext; readonly line: string }
	| { readonly type: 'ask'; readonly request: RequestContext }
	| { readonly type: 'advance'; readonly seconds: number };

const steps = fc.array(
	fc.oneof(
		fc.record({ type: fc.constant('receive' as const), request, lines: fc.array(line, { maxLength: 30 }) }),
		fc.record({ type: fc.constant('script' as const), request, line }),
		fc.record({ type: fc.constant('ask' as const), request }),
		fc.record({ type: fc.constant('advance' as const), seconds: fc.integer({ min: 0, max: 5_000_000 }) })
	),
	{ maxLength: 25 }
) as fc.Arbitrary<Step[]>;

const identity = ({ name, domain, hostOnly, path, partition }: Cookie) =>
	JSON.stringify([name, domain, hostOnly, path, partitionKey(partition)]);

/** What must hold of a jar at any time. */
function checkJar(jar: CookieJar, now: typeof start): void {
	const { cookies } = jar.snapshot();
	expect(new Set(cookies.map(identity)).size).toBe(cookies.length);
	expect(cookies.filter(({ partition }) => !partition).length).toBeLessThanOrEqual(MOST_IN_ALL);
	for (const cookie of cookies) {
		expect(octetLength(cookie.name) + octetLength(cookie.value)).toBeLessThanOrEqual(4096);
		expect(cookie.expires ?? now).toBeLessThanOrEqual(now + LONGEST_LIFE);
		expect(cookie.sameSite === 'none' && !cookie.secure).toBe(false);
		expect(cookie.path.startsWith('/')).toBe(true);
		if (/^__host-/i.test(cookie.name))
			expect(cookie).toMatchObject({ secure: true, hostOnly: true, path: '/' });
		if (cookie.partition) expect(cookie.secure).toBe(true);
	}
}

function perform(step: Step, jar: CookieJar, now: typeof start): void {
	switch (step.type) {
		case 'receive':
			expect(jar.receive(step.lines, step.request, now)).toHaveLength(step.lines.length);
			break;
		case 'script':
			jar.writeDocumentCookie(step.line, step.request, now);
			break;
		case 'ask':
			checkAnswers(jar, step.request, now);
			break;
		case 'advance':
			break;
	}
}

function checkAnswers(jar: CookieJar, request: RequestContext, now: typeof start): void {
	const secure = request.url.startsWith('https:') || request.url.includes('localhost');
	for (const { outcome, cookie } of jar.cookiesFor(request, now).decisions) {
		expect(cookie.expires === null || cookie.expires > now).toBe(true);
		if (outcome === 'sent' && cookie.secure) expect(secure).toBe(true);
	}
	for (const { outcome, cookie } of jar.readDocumentCookie(request, now).decisions) {
		if (outcome === 'sent') expect(cookie.httpOnly).toBe(false);
	}
}

describe('whatever arrives', () => {
	it('keeps every invariant of the jar (seed 20260301)', () => {
		fc.assert(
			fc.property(steps, (story) => {
				const jar = new CookieJar();
				let now = start;
				for (const step of story) {
					if (step.type === 'advance') now = instant(now + step.seconds * 1_000_000);
					perform(step, jar, now);
					checkJar(jar, now);
				}
			}),
			{ seed: 20_260_301, numRuns: 300 }
		);
	});

	it('comes to the same jar from a snapshot in between (seed 20260302)', () => {
		fc.assert(
			fc.property(steps, steps, (first, second) => {
				const jar = new CookieJar();
				for (const step of first) perform(step, jar, start);
				const copy = CookieJar.restore(jar.snapshot());
				for (const step of second) {
					perform(step, jar, start);
					perform(step, copy, start);
				}
				expect(copy.snapshot()).toEqual(jar.snapshot());
			}),
			{ seed: 20_260_302, numRuns: 100 }
		);
	});

	it('holds the limits of sites and partitions (seed 20260303)', () => {
		const named = fc.array(
			fc.tuple(fc.constantFrom('', '; Secure', '; Priority=Low', '; Priority=High'), fc.nat(400)),
			{
				minLength: 150,
				maxLength: 400
			}
		);
		fc.assert(
			fc.property(named, fc.boolean(), (cookies, partitioned) => {
				const jar = new CookieJar();
				const suffix = partitioned ? '; Secure; Partitioned' : '';
				const lines = cookies.map(
					([attributes, index]) => `n${index}=${'v'.repeat(index)}${attributes}${suffix}`
				);
				jar.receive(lines, { url: 'https://a.example.org/', kind: 'navigate' }, start);
				const held = jar.list(start);
				expect(held.length).toBeLessThanOrEqual(MOST_PER_SITE);
				const octets = held.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
				if (partitioned) expect(octets).toBeLessThanOrEqual(MOST_OCTETS_PER_PARTITION);
			}),
			{ seed: 20_260_303, numRuns: 60 }
		);
	});

	it('reads any text as a date or as none (seed 20260304)', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const date = parseCookieDate(text);
				expect(date === null || Number.isFinite(date)).toBe(true);
			}),
			{ seed: 20_260_304, numRuns: 2000 }
		);
	});
});
