import type { Cookie } from './cookie.ts';

/** What DevTools gives a cookie that is made by hand: of this host only, for the session, without flags. */
export function freshCookie(name: string, value: string, host: string) {
	return {
		name,
		value,
		domain: host,
		hostOnly: true,
		path: '/',
		expires: null,
		secure: false,
		httpOnly: false,
		sameSite: null,
		priority: 'medium'
	} as const satisfies Partial<Cookie>;
}
