import { describe, expect, it } from 'vitest';
import { CookieJar } from '../browser/cookies/jar.ts';
import type { RequestContext } from '../browser/cookies/request-context.ts';
import { DEFAULT_START } from '../time/instant.ts';
import { SEND_REFUSALS, STORE_REFUSALS } from './cookies.ts';
import { explain } from './explain.ts';

const https = 'https://a.example.org/';
const http = 'http://a.example.org/';
const frame: RequestContext = { url: https, kind: 'frame', topLevel: 'https://other.test/' };
const placed = { seq: 1, at: DEFAULT_START };

/** A line that each refusal comes from; a jar that already holds a Secure and an HttpOnly cookie. */
const STORED: Readonly<Record<keyof typeof STORE_REFUSALS, readonly [line: string, RequestContext]>> = {
	DisallowedCharacter: ['a=\x01', { url: https, kind: 'navigate' }],
	InvalidDomain: ['a=1; Domain=evil.test', { url: https, kind: 'navigate' }],
	InvalidPrefix: ['__Host-a=1', { url: https, kind: 'navigate' }],
	NameValuePairExceedsMaxSize: [`a=${'v'.repeat(5000)}`, { url: https, kind: 'navigate' }],
	NoCookieContent: ['=', { url: https, kind: 'navigate' }],
	OverwriteSecure: ['secure=2', { url: http, kind: 'navigate' }],
	OverwriteHttpOnly: ['hidden=2', { url: https, kind: 'navigate' }],
	SameSiteNoneInsecure: ['a=1; SameSite=None', { url: https, kind: 'navigate' }],
	SecureOnly: ['a=1; Secure', { url: http, kind: 'navigate' }],
	SchemefulSameSiteLax: ['a=1; SameSite=Lax', frame],
	SchemefulSameSiteStrict: ['a=1; SameSite=Strict', frame],
	SchemefulSameSiteUnspecifiedTreatedAsLax: ['a=1', frame],
	UserPreferences: ['a=1', { url: 'https://blocked.test/', kind: 'navigate' }],
	PartitionedWithoutSecure: ['a=1; Partitioned', { url: https, kind: 'navigate' }],
	NamelessWithEquals: ['=a=1', { url: https, kind: 'navigate' }],
	HttpOnlyFromScript: ['a=1; HttpOnly', { url: https, kind: 'navigate' }]
};
const FROM_SCRIPT = new Set(['OverwriteHttpOnly', 'HttpOnlyFromScript']);

function filledJar(): CookieJar {
	const jar = new CookieJar();
	const lines = ['secure=1; Secure', 'hidden=1; HttpOnly'];
	jar.receive(lines, { url: https, kind: 'navigate' }, DEFAULT_START);
	jar.preferences = { ...jar.preferences, blockedSites: ['blocked.test'] };
	return jar;
}

describe('each refusal to store comes about, and is explained', () => {
	it.each(Object.entries(STORED))('%s', (reason, [line, context]) => {
		const jar = filledJar();
		const decision = FROM_SCRIPT.has(reason)
			? jar.writeDocumentCookie(line, { url: context.url }, DEFAULT_START)
			: jar.receive([line], context, DEFAULT_START)[0];
		expect(decision).toMatchObject({ outcome: 'refused', reasons: [{ reason }] });
		if (decision?.outcome !== 'refused') return;
		const { sentence } = explain({ ...placed, type: 'cookie.refused', decision });
		const expected = STORE_REFUSALS[reason as keyof typeof STORE_REFUSALS].sentence;
		expect(sentence).toBe(
			`The browser did not store ${decision.name || 'the cookie'}: ${expected} (${reason}).`
		);
	});
});

/** A cookie and a request that each refusal to send comes from. */
const SENT: Readonly<Record<keyof typeof SEND_REFUSALS, readonly [line: string, RequestContext]>> = {
	DomainMismatch: ['a=1', { url: 'https://b.example.org/', kind: 'navigate' }],
	NotOnPath: ['a=1; Path=/x', { url: https, kind: 'navigate' }],
	SecureOnly: ['a=1; Secure', { url: http, kind: 'navigate' }],
	HttpOnly: ['a=1; HttpOnly', { url: https, kind: 'navigate' }],
	SchemefulSameSiteLax: ['a=1; SameSite=Lax', frame],
	SchemefulSameSiteStrict: ['a=1; SameSite=Strict', frame],
	SchemefulSameSiteUnspecifiedTreatedAsLax: ['a=1', frame],
	UserPreferences: ['a=1', { url: https, kind: 'navigate' }]
};

describe('each refusal to send comes about, and is explained', () => {
	it.each(Object.entries(SENT))('%s', (reason, [line, context]) => {
		const jar = new CookieJar();
		jar.receive([line], { url: https, kind: 'navigate' }, DEFAULT_START);
		jar.preferences = { ...jar.preferences, blockAll: reason === 'UserPreferences' };
		const { decisions } =
			reason === 'HttpOnly'
				? jar.readDocumentCookie(context, DEFAULT_START)
				: jar.cookiesFor(context, DEFAULT_START);
		expect(decisions).toMatchObject([{ outcome: 'withheld', reasons: [{ reason }] }]);
		const [decision] = decisions;
		if (decision?.outcome !== 'withheld') return;
		const { sentence } = explain({ ...placed, type: 'cookie.withheld', decision });
		const expected = SEND_REFUSALS[reason as keyof typeof SEND_REFUSALS].sentence;
		expect(sentence).toBe(`The browser did not send a: ${expected} (${reason}).`);
	});
});
