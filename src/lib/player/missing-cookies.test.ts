import { expect, it } from 'vitest';
import type { Cookie } from '../browser/cookies/cookie.ts';
import { instant } from '../time/instant.ts';
import type { WorldEvent } from '../world/events.ts';
import type { ProfileView } from '../world/projection.ts';
import { missingCookies } from './missing-cookies.ts';

const at = instant(0);
const profile = 'browser';
const cookie: Cookie = {
	name: 'sessionid',
	value: 'a',
	domain: 'shop.example.com',
	hostOnly: true,
	path: '/',
	expires: null,
	secure: true,
	httpOnly: true,
	sameSite: 'lax',
	priority: 'medium',
	created: at,
	lastAccess: at,
	order: 0
};

const stored = (seq: number): WorldEvent => ({
	type: 'cookie.stored',
	decision: { outcome: 'stored', line: 0, cookie, replaced: null, evicted: [] },
	seq,
	at,
	profile
});

const refused = (seq: number, reason: 'SecureOnly' | 'OverwriteSecure'): WorldEvent => ({
	type: 'cookie.refused',
	decision: {
		outcome: 'refused',
		line: 0,
		header: 'sessionid=b',
		name: 'sessionid',
		reasons: [{ reason, step: null }]
	},
	seq,
	at,
	profile
});

it.each([
	['nothing came of it', [refused(1, 'SecureOnly')], [], ['SecureOnly']],
	['one of its name came later', [refused(1, 'SecureOnly'), stored(2)], [cookie], []],
	[
		'an older one of its name stays',
		[stored(1), refused(2, 'OverwriteSecure')],
		[cookie],
		['OverwriteSecure']
	]
])(
	'a refused cookie is listed as long as none of its name is stored after it: %s',
	(_, events, cookies, reasons) => {
		const view = { name: profile, cookies } as unknown as ProfileView;
		expect(missingCookies(events, view).map(({ reason }) => reason)).toEqual(reasons);
	}
);
