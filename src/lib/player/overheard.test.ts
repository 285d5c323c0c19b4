import { expect, it } from 'vitest';
import { instant } from '../time/instant.ts';
import type { ExchangeView } from '../world/projection.ts';
import { overheard } from './overheard.ts';

function exchange(id: number, url: string, sent = true): ExchangeView {
	const at = instant(0);
	return {
		id,
		profile: 'browser',
		tab: 1,
		cancelled: null,
		session: null,
		redirectedFrom: null,
		cause: 'typed',
		method: 'GET',
		url,
		request: { method: 'GET', url, headers: [['Cookie', 'a=1']], body: '' },
		response: { status: 200, reason: 'OK', headers: [['Set-Cookie', 'b=2; Path=/']], body: 'hello' },
		next: null,
		done: { phase: 'render' },
		failure: null,
		error: null,
		events: sent
			? [
					{ type: 'request.sent', bytes: 90, seq: 1, at },
					{ type: 'response.sent', status: 200, bytes: 120, seq: 2, at }
				]
			: []
	};
}

it('http can be read on the wire, https cannot, and what was not sent is not there', () => {
	expect(
		overheard([
			exchange(1, 'http://shop.example/a/'),
			exchange(2, 'https://shop.example/a/'),
			exchange(3, 'http://shop.example/b/', false)
		])
	).toEqual([
		{
			id: 1,
			readable: true,
			line: 'GET http://shop.example/a/',
			cookies: ['Cookie: a=1', 'Set-Cookie: b=2; Path=/']
		},
		{ id: 2, readable: false, line: 'shop.example: 90 bytes there, 120 bytes back', cookies: [] }
	]);
});
