import type { Cookie } from './cookie.ts';

/** Section 5.8.3, step 2: longer paths come first, and of equally long ones the cookie that was made first. */
export function compareCookies(a: Cookie, b: Cookie): number {
	return b.path.length - a.path.length || a.created - b.created || a.order - b.order;
}
