import { b62Decode } from '../django/base62.ts';
import { engineName } from '../explain/switches.ts';
import { instant, MICROS_PER_SECOND, parseInstant, type EpochMicros } from '../time/instant.ts';
import type { ProfileName } from '../world/action.ts';
import type { Projection } from '../world/projection.ts';

/** The four kinds of time that end, in the order of their tracks. */
export const TRACKS = ['cookie', 'row', 'cache', 'signature'] as const;

/** Something whose time ends: a cookie, a row, a cache entry, or the age up to which a signature is taken. */
export type Expiry =
	| {
			/** `signature`: the session cookie of signed_cookies, which Django refuses after SESSION_COOKIE_AGE. */
			readonly kind: 'cookie' | 'signature';
			readonly at: EpochMicros;
			readonly profile: ProfileName;
			readonly name: string;
	  }
	| { readonly kind: 'row' | 'cache'; readonly at: EpochMicros; readonly key: string };

type Expiring = Pick<Projection, 'profiles' | 'store' | 'server'>;

/** All that will expire, soonest first. What ends at this very instant has ended. */
export function upcoming(projection: Projection): Expiry[] {
	return expiries(projection)
		.filter(({ at }) => at > projection.now)
		.sort((a, b) => a.at - b.at);
}

/** What a jump of the clock would pass, its end included. */
export function passedBy(projection: Projection, seconds: number): Expiry[] {
	const until = projection.now + seconds * MICROS_PER_SECOND;
	return upcoming(projection).filter(({ at }) => at <= until);
}

/** Seconds until the next expiry, to the microsecond; `null` when nothing will expire. */
export function secondsToNextExpiry(projection: Projection): number | null {
	const [next] = upcoming(projection);
	return next ? secondsTo(projection, next, 'at') : null;
}

/** Seconds to an expiry, or to a microsecond before or after it. */
export function secondsTo(
	{ now }: Pick<Projection, 'now'>,
	{ at }: Expiry,
	which: 'before' | 'at' | 'after'
): number {
	const micros = at - now + { before: -1, at: 0, after: 1 }[which];
	return Math.max(0, micros) / MICROS_PER_SECOND;
}

/** What expires at this very instant: a microsecond later it is over for all. */
export function expiringNow(projection: Projection): Expiry | null {
	return expiries(projection).find(({ at }) => at === projection.now) ?? null;
}

function expiries(projection: Expiring): Expiry[] {
	return [...cookies(projection), ...rows(projection), ...entries(projection), ...signatures(projection)];
}

function cookies({ profiles }: Expiring): Expiry[] {
	return profiles.flatMap(({ name: profile, cookies: jar, clockAhead }) =>
		jar.flatMap(({ name, expires }): Expiry[] =>
			expires === null ? [] : [{ kind: 'cookie', at: instant(expires - clockAhead), profile, name }]
		)
	);
}

function rows({ store }: Expiring): Expiry[] {
	return (store.sessions ?? []).flatMap(({ sessionKey: key, expireDate }): Expiry[] => {
		const at = instantOf(expireDate);
		return at === null ? [] : [{ kind: 'row', at, key }];
	});
}

function entries({ store }: Expiring): Expiry[] {
	return store.cache.flatMap(({ key, expires }): Expiry[] =>
		expires === null ? [] : [{ kind: 'cache', at: expires, key }]
	);
}

function signatures({ profiles, store, server }: Expiring): Expiry[] {
	if (engineName(store.engine ?? '') !== 'signed_cookies') return [];
	const { SESSION_COOKIE_NAME: wanted, SESSION_COOKIE_AGE: age } = server.settings;
	return profiles.flatMap(({ name: profile, cookies: jar }) =>
		jar.flatMap(({ name, value }): Expiry[] => {
			const signed = b62Decode(value.split(':').at(-2) ?? '-');
			if (name !== wanted || typeof age !== 'number' || !signed) return [];
			return [{ kind: 'signature', at: instant((signed + age) * MICROS_PER_SECOND), profile, name }];
		})
	);
}

/** Somebody may have written anything into the column. */
function instantOf(expireDate: string): EpochMicros | null {
	try {
		return parseInstant(expireDate);
	} catch {
		return null;
	}
}
