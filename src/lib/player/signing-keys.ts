import type { TakeApartKeys } from '../django/sessions/take-apart.ts';
import type { Projection } from '../world/projection.ts';

/** The keys of the project, and the names of all cookies that a browser holds. */
export function signingKeys(projection: Projection | null): TakeApartKeys {
	const settings = projection?.server.settings ?? {};
	const { SECRET_KEY: secret, SECRET_KEY_FALLBACKS: fallbacks } = settings;
	const names = projection?.profiles.flatMap(({ cookies }) => cookies.map(({ name }) => name)) ?? [];
	return {
		secret: typeof secret === 'string' ? secret : '',
		fallbacks: Array.isArray(fallbacks) ? fallbacks.map(String) : [],
		cookieNames: [...new Set(names)],
		salt: ''
	};
}
