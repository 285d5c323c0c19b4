import type { Cookie } from '../browser/cookies/cookie.ts';
import type { Action } from '../world/action.ts';
import type { ProfileView } from '../world/projection.ts';

/** The action that deletes this one cookie: by its name where that is enough, as lessons and recorded walks write it. */
export function deleteCookie(
	{ name: profile, cookies }: Pick<ProfileView, 'name' | 'cookies'>,
	cookie: Cookie
): Action {
	const alone = cookies.filter(({ name }) => name === cookie.name).length === 1;
	return alone
		? { type: 'deleteCookie', profile, name: cookie.name }
		: { type: 'removeCookie', profile, cookie };
}
