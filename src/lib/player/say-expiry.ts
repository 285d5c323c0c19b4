import type { Actor } from '../exchange/phases.ts';
import { sayDuration } from '../time/duration.ts';
import { MICROS_PER_SECOND, type EpochMicros } from '../time/instant.ts';
import type { Expiry } from './upcoming.ts';

/** What ends, in a few words: "sessionid", "row p7rxjd…". */
export function sayExpiry(expiry: Expiry): string {
	switch (expiry.kind) {
		case 'row':
			return `row ${expiry.key.slice(0, 6)}…`;
		case 'cache':
			return `cache entry …${expiry.key.slice(-6)}`;
		case 'signature':
			return `signature of ${cookieName(expiry)}`;
		case 'cookie':
			return cookieName(expiry);
		default:
			return expiry satisfies never;
	}
}

/** Whose hue marks it. */
export const ACTOR_OF_EXPIRY: Readonly<Record<Expiry['kind'], Actor>> = {
	cookie: 'browser',
	row: 'store',
	cache: 'store',
	signature: 'server'
};

function cookieName({ profile, name }: { readonly profile: string; readonly name: string }): string {
	return profile === 'browser' ? name : `${name} (${profile})`;
}

/** How long until then: "14 days", "less than a second". */
export function sayUntil(now: EpochMicros, at: EpochMicros): string {
	return at - now < MICROS_PER_SECOND ? 'less than a second' : sayDuration(at - now);
}
