import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../http/message.ts';
import { parseInstant } from '../../time/instant.ts';
import { copyAsCurl } from './copy-as-curl.ts';
import { toHar } from './har.ts';

const get: HttpRequest = {
	method: 'GET',
	url: 'http://shop.example/cart?a=1&b=2',
	headers: [
		['Host', 'shop.example'],
		['Accept', 'text/html'],
		['X-Empty', ''],
		['Cookie', 'sessionid=abc; theme=dark']
	],
	body: ''
};
const post: HttpRequest = {
	method: 'POST',
	url: 'http://shop.example/login',
	headers: [
		['Content-Type', 'application/x-www-form-urlencoded'],
		['Content-Length', '9']
	],
	body: "user=it's"
};

describe('copy as cURL', () => {
	it('writes what Chrome writes for a GET with cookies', () => {
		expect(copyAsCurl(get)).toBe(
			[
				"curl 'http://shop.example/cart?a=1&b=2'",
				"-H 'Accept: text/html'",
				"-H 'X-Empty;'",
				"-b 'sessionid=abc; theme=dark'"
			].join(' \\\n  ')
		);
	});

	it('sends a body, and names a method that the body does not imply', () => {
		expect(copyAsCurl(post)).toBe(
			[
				"curl 'http://shop.example/login'",
				"-H 'Content-Type: application/x-www-form-urlencoded'",
				"--data-raw $'user=it\\'s'"
			].join(' \\\n  ')
		);
		expect(copyAsCurl({ ...post, body: '' })).toContain("-X 'POST'");
		expect(copyAsCurl({ ...post, method: 'PUT' })).toContain("-X 'PUT'");
	});

	it.each(['plain', "it's", 'a!b', 'two\nlines', 'back\\slash', "'\\!\n\r", 'é値😀', '$HOME `x` "y"'])(
		'bash reads %j back as it was',
		(body) => {
			const command = copyAsCurl({ ...post, headers: [], body }).replace('curl', "printf '%s|'");
			const words = execFileSync('bash', ['-c', command], { encoding: 'utf8' }).split('|');
			expect(words).toEqual([post.url, '--data-raw', body, '']);
		}
	);
});

describe('HAR 1.2', () => {
	const started = parseInstant('2026-03-01T12:00:00.123456Z');
	const ended = parseInstant('2026-03-01T12:00:00.173456Z');
	const creator = { name: 'Crumbtrail', version: '0.1.0' };

	it('holds request, response and times of the virtual clock', () => {
		const response = {
			status: 302,
			reason: 'Found',
			headers: [
				['Content-Type', 'text/html'],
				['Location', '/'],
				['Set-Cookie', 'sessionid=abc; Path=/; HttpOnly; SameSite=Lax'],
				['Set-Cookie', '=']
			],
			body: 'é'
		} as const;
		const { log } = toHar([{ request: get, response, started, ended }], creator);
		expect(log).toMatchObject({ version: '1.2', creator });
		expect(log.entries[0]).toEqual({
			startedDateTime: '2026-03-01T12:00:00.123Z',
			time: 50,
			request: {
				method: 'GET',
				url: get.url,
				httpVersion: 'HTTP/1.1',
				cookies: [
					{ name: 'sessionid', value: 'abc' },
					{ name: 'theme', value: 'dark' }
				],
				headers: get.headers.map(([name, value]) => ({ name, value })),
				queryString: [
					{ name: 'a', value: '1' },
					{ name: 'b', value: '2' }
				],
				headersSize: -1,
				bodySize: 0
			},
			response: {
				status: 302,
				statusText: 'Found',
				httpVersion: 'HTTP/1.1',
				cookies: [
					{
						name: 'sessionid',
						value: 'abc',
						path: '/',
						httpOnly: true,
						secure: false,
						comment: 'sessionid=abc; Path=/; HttpOnly; SameSite=Lax'
					}
				],
				headers: response.headers.map(([name, value]) => ({ name, value })),
				content: { size: 2, mimeType: 'text/html', text: 'é' },
				redirectURL: '/',
				headersSize: -1,
				bodySize: 2
			},
			cache: {},
			timings: { send: 0, wait: 50, receive: 0 }
		});
	});

	it('takes a form apart, and has status 0 for a request without an answer', () => {
		const [entry] = toHar([{ request: post, response: null, started, ended }], creator).log.entries;
		expect(entry).toMatchObject({
			request: {
				postData: {
					mimeType: 'application/x-www-form-urlencoded',
					text: "user=it's",
					params: [{ name: 'user', value: "it's" }]
				}
			},
			response: { status: 0 }
		});
	});
});
