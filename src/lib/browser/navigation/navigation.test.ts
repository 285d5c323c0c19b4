import { describe, expect, it } from 'vitest';
import type { Header, HttpResponse } from '../../http/message.ts';
import { corsFailure, needsPreflight } from './cors.ts';
import type { ReferrerPolicy } from '../../http/referrer-policy.ts';
import { referrerOf } from './referrer.ts';
import { browserRequest, followRedirect, historyEntry, type Cause } from './request.ts';

const A = 'https://a.example.org/page?tok=1#part';
const OTHER = 'https://other.test/x';
const document = (url: string, topLevel?: string) => ({
	url,
	...(topLevel === undefined ? {} : { topLevel })
});
const post = (url: string) =>
	({ method: 'POST', url, body: 'a=1', contentType: 'application/x-www-form-urlencoded' }) as const;
const TYPE: Header = ['Content-Type', 'application/x-www-form-urlencoded'];

function answer(status: number, ...headers: Header[]): HttpResponse {
	return { status, reason: '', headers, body: '' };
}

const metadata = (site: string, mode: string, user: boolean, destination: string): Header[] => [
	['Sec-Fetch-Site', site],
	['Sec-Fetch-Mode', mode],
	...(user ? [['Sec-Fetch-User', '?1'] as const] : []),
	['Sec-Fetch-Dest', destination]
];

// What Chromium 156 sends in each case, read off the wire.
describe('the headers of a request', () => {
	it.each<[string, Cause, Header[]]>([
		['a typed address', { type: 'typed', url: A }, metadata('none', 'navigate', true, 'document')],
		[
			'a link within the origin',
			{ type: 'link', url: 'https://a.example.org/p#f', from: document(A) },
			[
				...metadata('same-origin', 'navigate', true, 'document'),
				['Referer', 'https://a.example.org/page?tok=1']
			]
		],
		[
			'a link within the site',
			{ type: 'link', url: 'https://b.example.org/p', from: document(A) },
			[...metadata('same-site', 'navigate', true, 'document'), ['Referer', 'https://a.example.org/']]
		],
		[
			'a link to another site',
			{ type: 'link', url: OTHER, from: document(A) },
			[...metadata('cross-site', 'navigate', true, 'document'), ['Referer', 'https://a.example.org/']]
		],
		['a link to plain http', { type: 'link', url: 'http://other.test/', from: document(A) }, []],
		[
			'a link from http to http',
			{ type: 'link', url: 'http://a.example.org/p', from: document('http://other.test/q') },
			[['Referer', 'http://other.test/']]
		],
		[
			'a link from http to https',
			{ type: 'link', url: 'https://a.example.org/p', from: document('http://a.example.org/q') },
			[...metadata('cross-site', 'navigate', true, 'document'), ['Referer', 'http://a.example.org/']]
		],
		[
			'a link with rel=noreferrer',
			{ type: 'link', url: 'https://a.example.org/nr', from: document(A), noReferrer: true },
			metadata('same-origin', 'navigate', true, 'document')
		],
		[
			'a form posted within the origin',
			{ type: 'form', submission: post('https://a.example.org/do'), from: document(A) },
			[
				TYPE,
				['Origin', 'https://a.example.org'],
				...metadata('same-origin', 'navigate', true, 'document'),
				['Referer', 'https://a.example.org/page?tok=1']
			]
		],
		[
			'a form posted to another site',
			{ type: 'form', submission: post('https://a.example.org/do'), from: document(OTHER) },
			[
				TYPE,
				['Origin', 'https://other.test'],
				...metadata('cross-site', 'navigate', true, 'document'),
				['Referer', 'https://other.test/']
			]
		],
		[
			'a fetch within the origin',
			{ type: 'fetch', url: 'https://a.example.org/api', from: document(A) },
			[...metadata('same-origin', 'cors', false, 'empty'), ['Referer', 'https://a.example.org/page?tok=1']]
		],
		[
			'a POST by fetch within the origin',
			{ type: 'fetch', url: 'https://a.example.org/api', from: document(A), method: 'post', body: 'x=1' },
			[
				['Content-Type', 'text/plain;charset=UTF-8'],
				['Origin', 'https://a.example.org'],
				...metadata('same-origin', 'cors', false, 'empty'),
				['Referer', 'https://a.example.org/page?tok=1']
			]
		],
		[
			'a fetch across origins',
			{ type: 'fetch', url: 'https://b.example.org/api', from: document(A) },
			[
				['Origin', 'https://a.example.org'],
				...metadata('same-site', 'cors', false, 'empty'),
				['Referer', 'https://a.example.org/']
			]
		],
		[
			'a fetch across origins without cors',
			{ type: 'fetch', url: 'https://b.example.org/api', from: document(A), mode: 'no-cors' },
			[...metadata('same-site', 'no-cors', false, 'empty'), ['Referer', 'https://a.example.org/']]
		],
		[
			'an image of another site',
			{ type: 'image', url: 'https://other.test/i.png', from: document(A) },
			[...metadata('cross-site', 'no-cors', false, 'image'), ['Referer', 'https://a.example.org/']]
		],
		[
			'a frame of another site',
			{ type: 'frame', url: 'https://other.test/f', from: document(A) },
			[...metadata('cross-site', 'navigate', false, 'iframe'), ['Referer', 'https://a.example.org/']]
		]
	])('%s', (_, cause, headers) => {
		expect(browserRequest(cause).request.headers).toEqual(headers);
	});
});

describe('the context for the jar', () => {
	const url = 'https://a.example.org/p';
	it.each<[string, Cause, object]>([
		['a typed address', { type: 'typed', url }, { url, kind: 'navigate' }],
		['a link', { type: 'link', url, from: document(OTHER) }, { url, kind: 'navigate', initiator: OTHER }],
		[
			'a posted form',
			{ type: 'form', submission: post(url), from: document(OTHER) },
			{ url, kind: 'form-post', initiator: OTHER }
		],
		[
			'a form that gets',
			{
				type: 'form',
				submission: { method: 'GET', url, body: '', contentType: null },
				from: document(OTHER)
			},
			{ url, kind: 'navigate', initiator: OTHER }
		],
		[
			'a frame',
			{ type: 'frame', url, from: document(OTHER) },
			{ url, kind: 'frame', initiator: OTHER, topLevel: OTHER }
		],
		[
			'a fetch of the page',
			{ type: 'fetch', url, from: document(OTHER), method: 'put' },
			{ url, kind: 'subresource', method: 'PUT', initiator: OTHER }
		],
		[
			'a fetch of a frame in the page',
			{ type: 'fetch', url, from: document(url, OTHER) },
			{ url, kind: 'subresource', method: 'GET', initiator: url, topLevel: OTHER }
		]
	])('%s', (_, cause, context) => {
		expect(browserRequest(cause).context).toEqual(context);
	});
});

describe('reload, back and forward', () => {
	const linked = browserRequest({ type: 'link', url: 'https://a.example.org/p', from: document(OTHER) });

	it('remember who led to the page, so that SameSite=Strict stays withheld', () => {
		const entry = historyEntry(linked);
		for (const type of ['reload', 'traverse'] as const) {
			const again = browserRequest({ type, entry });
			expect(again.context).toEqual(linked.context);
			expect(again.request.headers.filter(([name]) => name === 'Referer')).toEqual([
				['Referer', 'https://other.test/']
			]);
		}
	});

	it('of a typed address are typed again', () => {
		const entry = historyEntry(browserRequest({ type: 'typed', url: A }));
		expect(entry.initiator).toBeNull();
		expect(browserRequest({ type: 'reload', entry }).context).toEqual({
			url: 'https://a.example.org/page?tok=1',
			kind: 'navigate'
		});
	});

	it('of a posted form post it again', () => {
		const posted = browserRequest({ type: 'form', submission: post(OTHER), from: document(A) });
		const again = browserRequest({ type: 'reload', entry: historyEntry(posted) });
		expect(again.request).toEqual(posted.request);
		expect(again.context).toEqual(posted.context);
	});
});

describe('redirects', () => {
	const posted = browserRequest({
		type: 'form',
		submission: post('https://a.example.org/do'),
		from: document(A)
	});

	it.each([
		[301, 'GET', ''],
		[302, 'GET', ''],
		[303, 'GET', ''],
		[307, 'POST', 'a=1'],
		[308, 'POST', 'a=1']
	])('%i of a POST leads to a %s', (status, method, body) => {
		const next = followRedirect(posted, answer(status, ['Location', '/after#x']));
		expect(next?.request).toMatchObject({ method, body, url: 'https://a.example.org/after' });
		expect(next?.via).toEqual(['https://a.example.org/do']);
		expect(next?.request.headers.some(([name]) => name === 'Content-Type')).toBe(method === 'POST');
		expect(next?.request.headers.some(([name]) => name === 'Origin')).toBe(method === 'POST');
	});

	it.each([
		[301, 'PUT'],
		[302, 'PUT'],
		[303, 'GET'],
		[307, 'PUT']
	])('%i of a PUT leads to a %s', (status, method) => {
		const put = browserRequest({
			type: 'fetch',
			url: 'https://a.example.org/api',
			from: document(A),
			method: 'PUT'
		});
		expect(followRedirect(put, answer(status, ['Location', '/x']))?.request.method).toBe(method);
	});

	it.each([answer(200, ['Location', '/x']), answer(302), answer(302, ['Location', 'http://[']), answer(304)])(
		'%j leads nowhere',
		(response) => {
			expect(followRedirect(posted, response)).toBeNull();
		}
	);

	it('a 307 to another site and on makes the origin "null"', () => {
		const second = followRedirect(posted, answer(307, ['Location', 'https://b.test/']));
		expect(second?.request.headers).toContainEqual(['Origin', 'https://a.example.org']);
		const third = second && followRedirect(second, answer(307, ['Location', 'https://c.test/']));
		expect(third?.request.headers).toContainEqual(['Origin', 'null']);
		expect(third?.context).toEqual({
			url: 'https://c.test/',
			kind: 'form-post',
			initiator: A,
			via: ['https://a.example.org/do', 'https://b.test/']
		});
	});

	it('a link within the origin that strays counts as cross-site, and its Referer is cut', () => {
		const link = browserRequest({ type: 'link', url: 'https://other.test/r', from: document(OTHER) });
		const next = followRedirect(link, answer(302, ['Location', 'https://a.example.org/after']));
		expect(next?.request.headers).toEqual([
			...metadata('cross-site', 'navigate', true, 'document'),
			['Referer', 'https://other.test/']
		]);
	});
});

describe('the cookies of a fetch', () => {
	const own = 'https://a.example.org/api';
	it.each([
		['omit', own, false],
		['same-origin', own, true],
		['same-origin', 'https://b.example.org/api', false],
		['same-origin', 'https://a.example.org:444/api', false],
		['include', own, true],
		['include', OTHER, true],
		[undefined, own, true],
		[undefined, OTHER, false]
	] as const)('credentials %s, %s: %s', (credentials, url, expected) => {
		const cause = { type: 'fetch', url, from: document(A) } as const;
		expect(browserRequest(credentials ? { ...cause, credentials } : cause).withCookies).toBe(expected);
	});

	it('are lost at the first hop to another origin', () => {
		const fetched = browserRequest({ type: 'fetch', url: own, from: document(A) });
		const away = followRedirect(fetched, answer(302, ['Location', OTHER]));
		expect(away?.withCookies).toBe(false);
		expect(away && followRedirect(away, answer(302, ['Location', own]))?.withCookies).toBe(false);
	});
});

describe('what a script may read', () => {
	const allow = (origin: string): Header => ['Access-Control-Allow-Origin', origin];
	const fetched = (url: string, credentials: 'include' | 'omit') =>
		browserRequest({ type: 'fetch', url, from: document(A), credentials });
	it.each([
		['its own origin', fetched('https://a.example.org/x', 'include'), [], null],
		['another origin that says nothing', fetched(OTHER, 'omit'), [], 'MissingAllowOrigin'],
		['another that allows all', fetched(OTHER, 'omit'), [allow('*')], null],
		['with cookies, all is not enough', fetched(OTHER, 'include'), [allow('*')], 'WildcardWithCredentials'],
		['one that allows a third', fetched(OTHER, 'omit'), [allow('https://b.test')], 'AllowOriginMismatch'],
		['one that allows us', fetched(OTHER, 'omit'), [allow('https://a.example.org')], null],
		[
			'with cookies, they must be allowed too',
			fetched(OTHER, 'include'),
			[allow('https://a.example.org')],
			'MissingAllowCredentials'
		],
		[
			'with cookies allowed',
			fetched(OTHER, 'include'),
			[allow('https://a.example.org'), ['Access-Control-Allow-Credentials', 'true'] as Header],
			null
		]
	] as const)('%s', (_, request, headers, expected) => {
		expect(corsFailure(request, answer(200, ...headers))).toBe(expected);
	});

	it.each<[string, Partial<Extract<Cause, { type: 'fetch' }>>, boolean]>([
		['a GET', {}, false],
		['a form-like POST', { method: 'POST', headers: [['content-type', 'text/plain; charset=utf-8']] }, false],
		['a JSON POST', { method: 'POST', headers: [['Content-Type', 'application/json']] }, true],
		['a DELETE', { method: 'DELETE' }, true],
		['a header of its own', { headers: [['X-CSRFToken', 'x']] }, true],
		['no-cors', { method: 'POST', mode: 'no-cors' }, false],
		['its own origin', { method: 'DELETE', url: 'https://a.example.org/' }, false]
	])('a preflight for %s: see the last column', (_, more, expected) => {
		const cause: Cause = { type: 'fetch', url: OTHER, from: document(A), ...more };
		expect(needsPreflight(browserRequest(cause))).toBe(expected);
	});
});

describe('the Referer header', () => {
	const whole = 'https://a.example.org/page?tok=1';
	const origin = 'https://a.example.org/';
	it.each<[ReferrerPolicy, string | null, string | null, string | null]>([
		['no-referrer', null, null, null],
		['unsafe-url', whole, whole, whole],
		['origin', origin, origin, origin],
		['same-origin', whole, null, null],
		['origin-when-cross-origin', whole, origin, origin],
		['strict-origin', origin, origin, null],
		['strict-origin-when-cross-origin', whole, origin, null],
		['no-referrer-when-downgrade', whole, whole, null]
	])('%s', (policy, same, cross, downgrade) => {
		const from = 'https://user:pass@a.example.org/page?tok=1#part';
		expect(referrerOf(from, 'https://a.example.org/x', policy)).toBe(same);
		expect(referrerOf(from, OTHER, policy)).toBe(cross);
		expect(referrerOf(from, 'http://other.test/', policy)).toBe(downgrade);
	});
});
