import { MICROS_PER_SECOND, parseInstant, type EpochMicros } from '../time/instant.ts';
import type { ProfileName } from '../world/action.ts';
import type { Projection } from '../world/projection.ts';

/** Something whose time ends: a cookie in a jar, or a row in the table. */
export type Expiry =
	| {
			readonly kind: 'cookie';
			readonly at: EpochMicros;
			readonly profile: ProfileName;
			readonly name: string;
	  }
	| { readonly kind: 'row'; readonly at: EpochMicros; readonly key: string };

/** All that will expire, soonest first. What ends at this very instant has ended. */
export function upcoming({ now, profiles, store }: Projection): Expiry[] {
	return expiries({ profiles, store })
		.filter(({ at }) => at > now)
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
	return next ? (next.at - projection.now) / MICROS_PER_SECOND : null;
}

/**
 * Seconds to the moment just after an expiry: a microsecond from now when something expires at this very instant,
 * else a microsecond past the next expiry; `null` when there is none.
 */
export function secondsToJustAfter(projection: Projection): number | null {
	const step = 1 / MICROS_PER_SECOND;
	if (expiries(projection).some(({ at }) => at === projection.now)) return step;
	const next = secondsToNextExpiry(projection);
	return next === null ? null : next + step;
}

function expiries({ profiles, store }: Pick<Projection, 'profiles' | 'store'>): Expiry[] {
	const cookies = profiles.flatMap(({ name: profile, cookies }) =>
		cookies.flatMap(({ name, expires }): Expiry[] =>
			expires === null ? [] : [{ kind: 'cookie', at: expires, profile, name }]
		)
	);
	const rows = (store.sessions ?? []).flatMap(({ sessionKey: key, expireDate }): Expiry[] => {
		const at = instantOf(expireDate);
		return at === null ? [] : [{ kind: 'row', at, key }];
	});
	return [...cookies, ...rows];
}

/** Somebody may have written anything into the column. */
function instantOf(expireDate: string): EpochMicros | null {
	try {
		return parseInstant(expireDate);
	} catch {
		return null;
	}
}
