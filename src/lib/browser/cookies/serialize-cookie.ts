import type { Cookie } from './cookie.ts';

/** Section 5.8.3, step 4: a cookie as it stands in the Cookie header; one without a name is its value alone. */
export function serializeCookie({ name, value }: Pick<Cookie, 'name' | 'value'>): string {
	return name === '' ? value : `${name}=${value}`;
}
