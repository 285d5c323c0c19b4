import { instant, MICROS_PER_SECOND, type EpochMicros } from '../../time/instant.ts';
import { MAX_LIFETIME_MICROS } from './draft.ts';
import { parseDate } from './parse-date.ts';

/** A time that every clock has passed. */
const LONG_PAST = instant(0);

/**
 * When a cookie ends (sections 5.6.1 and 5.6.2): by Max-Age where it is a number, else by Expires, at most 400 days
 * from now. Not in the draft: the response's Date header shifts Expires by what the server's clock is off.
 * @returns `null` for a session cookie
 */
export function expiryOf(
	attributes: ReadonlyMap<string, string>,
	serverDate: EpochMicros | null,
	now: EpochMicros
): EpochMicros | null {
	const latest = instant(now + MAX_LIFETIME_MICROS);
	const maxAge = attributes.get('max-age');
	if (maxAge !== undefined && /^[+-]?\d+$/.test(maxAge)) {
		const seconds = Number(maxAge);
		return seconds <= 0 ? LONG_PAST : earlier(instant(now + seconds * MICROS_PER_SECOND), latest);
	}
	const expires = attributes.get('expires');
	const date = expires === undefined ? null : parseDate(expires);
	if (date === null) return null;
	const shift = serverDate === null ? 0 : now - serverDate;
	return earlier(instant(date + shift), latest);
}

function earlier(one: EpochMicros, other: EpochMicros): EpochMicros {
	return one < other ? one : other;
}
