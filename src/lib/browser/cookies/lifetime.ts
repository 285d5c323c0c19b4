import { instant, MICROS_PER_SECOND, type EpochMicros } from '../../time/instant.ts';
import type { CookieAttributes } from './parse-set-cookie.ts';
import { parseCookieDate } from './parse-date.ts';

/** Section 5.5: no cookie lives longer than 400 days. */
export const LONGEST_LIFE = 400 * 24 * 60 * 60 * MICROS_PER_SECOND;

/** What is long past for every clock. */
const EARLIEST = instant(Number.MIN_SAFE_INTEGER);

/**
 * Section 5.7, step 6: when a cookie expires. Max-Age counts before Expires.
 * @param skew Not in the draft: our clock minus the server's Date header, in microseconds; it shifts Expires.
 * @returns `null` for a session cookie
 */
export function expiryTime(
	{ maxAge, expires }: Pick<CookieAttributes, 'maxAge' | 'expires'>,
	now: EpochMicros,
	skew: number
): EpochMicros | null {
	if (maxAge === undefined && expires === undefined) return null;
	const seconds = maxAge === undefined ? null : readMaxAge(maxAge);
	if (seconds !== null) {
		return seconds <= 0 ? EARLIEST : capped(now + seconds * MICROS_PER_SECOND, now);
	}
	const date = expires ? parseCookieDate(expires) : null;
	return date === null ? null : capped(date + skew, now);
}

function capped(micros: number, now: EpochMicros): EpochMicros {
	return instant(Math.min(micros, now + LONGEST_LIFE));
}

/**
 * Section 5.6.2. Not in the draft: a plus sign is read too, and digits for the largest number of 64 bits or
 * more stand for it, whatever follows them.
 */
function readMaxAge(text: string): number | null {
	const match = /^([+-]?)(\d+)(.*)$/.exec(text);
	if (!match) return null;
	const [, sign, digits = '', rest] = match;
	const largest = sign === '-' ? 2n ** 63n : 2n ** 63n - 1n;
	if (rest !== '' && BigInt(digits) < largest) return null;
	return sign === '-' ? -Number(digits) : Number(digits);
}
