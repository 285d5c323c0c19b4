import { expect, it } from 'vitest';
import type { Cookie } from '../browser/cookies/cookie.ts';
import { instant } from '../time/instant.ts';
import { deleteCookie } from './delete-cookie.ts';

const at = instant(0);

function cookie(name: string, domain: string): Cookie {
	return {
		name,
		value: 'a',
		domain,
		hostOnly: true,
		path: '/',
		expires: null,
		secure: false,
		httpOnly: true,
		sameSite: 'lax',
		priority: 'medium',
		created: at,
		lastAccess: at,
		order: 0
	};
}

const here = cookie('sessionid', 'localhost');
const there = cookie('sessionid', '127.0.0.1');
const other = cookie('visits', 'localhost');

it.each([
	[
		'the only one of its name',
		[here, other],
		{ type: 'deleteCookie', profile: 'browser', name: 'sessionid' }
	],
	['one of two of its name', [here, there], { type: 'removeCookie', profile: 'browser', cookie: here }]
])('a row of the jar is deleted, and no other row: %s', (_, cookies, action) => {
	expect(deleteCookie({ name: 'browser', cookies }, here)).toEqual(action);
});
