import { sayDuration } from '../time/duration.ts';
import { MICROS_PER_SECOND, type EpochMicros } from '../time/instant.ts';
import type { Expiry } from './upcoming.ts';

/** What ends, in a few words: "sessionid", "row p7rxjd…". */
export function sayExpiry(expiry: Expiry): string {
	if (expiry.kind === 'row') return `row ${expiry.key.slice(0, 6)}…`;
	return expiry.profile === 'browser' ? expiry.name : `${expiry.name} (${expiry.profile})`;
}

/** How long until then: "14 days", "less than a second". */
export function sayUntil(now: EpochMicros, at: EpochMicros): string {
	return at - now < MICROS_PER_SECOND ? 'less than a second' : sayDuration(at - now);
}
