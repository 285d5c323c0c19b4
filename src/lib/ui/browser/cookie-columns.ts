import type { Cookie } from '$lib/browser/cookies/cookie.ts';
import { formatInstant } from '$lib/time/instant.ts';

/** The columns of Chrome's Application › Cookies, in its order and words. */
export const COOKIE_COLUMNS = [
	'Name',
	'Value',
	'Domain',
	'Path',
	'Expires / Max-Age',
	'Size',
	'HttpOnly',
	'Secure',
	'SameSite',
	'Partition Key',
	'Priority'
] as const;

/** What Chrome shows of a cookie in the columns after its value. */
export function cookieCells(cookie: Cookie): string[] {
	return [
		cookie.hostOnly ? cookie.domain : `.${cookie.domain}`,
		cookie.path,
		cookie.expires === null ? 'Session' : `${formatInstant(cookie.expires).slice(0, 23)}Z`,
		String(new TextEncoder().encode(cookie.name + cookie.value).length),
		cookie.httpOnly ? '✓' : '',
		cookie.secure ? '✓' : '',
		cookie.sameSite === null ? '' : capital(cookie.sameSite),
		cookie.partition?.site ?? '',
		capital(cookie.priority)
	];
}

function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
