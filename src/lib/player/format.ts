import { formatInstant, type EpochMicros } from '../time/instant.ts';

export { sayProfile } from '../browser/say-profile.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "Mon 5 Jan 2026" */
export function sayDay(at: EpochMicros): string {
	const date = new Date(Math.floor(at / 1000));
	return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** "09:30:00" */
export function sayTime(at: EpochMicros): string {
	return formatInstant(at).slice(11, 19);
}

/** The fraction of the second, ".123456". */
export function sayFraction(at: EpochMicros): string {
	return formatInstant(at).slice(19, -1);
}

/** The path of an address, with its query. */
export function pathOf(url: string): string {
	if (!URL.canParse(url)) return url;
	const { pathname, search } = new URL(url);
	return pathname + search;
}
