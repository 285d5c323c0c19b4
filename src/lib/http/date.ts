import { instant, MICROS_PER_SECOND, wholeSeconds, type EpochMicros } from '../time/instant.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const TIME = String.raw`(?<hour>\d\d?):(?<minute>\d\d):(?<second>\d\d)`;
/** RFC 9110, section 5.6.7: IMF-fixdate, RFC 850 and asctime; the name of the day is not looked at. */
const FORMATS = [
	new RegExp(
		String.raw`^(?:[A-Za-z]+, *)?(?<day>\d\d?)[ -](?<month>[A-Za-z]{3})[ -](?<year>\d{4}|\d\d) +${TIME}(?: (?:GMT|UTC))?$`
	),
	new RegExp(String.raw`^[A-Za-z]{3} +(?<month>[A-Za-z]{3}) +(?<day>\d\d?) +${TIME} (?<year>\d{4})$`)
];

/** Reads the date of a header such as `Date`. @returns `null` when it is not an HTTP date */
export function parseHttpDate(text: string): EpochMicros | null {
	const trimmed = text.trim();
	for (const format of FORMATS) {
		const parts = format.exec(trimmed)?.groups;
		if (parts) return fromParts(parts);
	}
	return null;
}

/** Writes an instant as an HTTP date, rounded down to the second: "Sun, 01 Mar 2026 12:00:00 GMT". */
export function formatHttpDate(at: EpochMicros): string {
	return new Date(wholeSeconds(at) * 1000).toUTCString();
}

function fromParts(parts: Readonly<Record<string, string | undefined>>): EpochMicros | null {
	const number = (name: string) => Number(parts[name]);
	const month = MONTHS.findIndex((name) => name.toLowerCase() === parts.month?.toLowerCase());
	const short = number('year');
	const year = parts.year?.length === 2 ? short + (short < 70 ? 2000 : 1900) : short;
	return civilInstant(year, month + 1, number('day'), number('hour'), number('minute'), number('second'));
}

/** The instant of a date and time in UTC; `null` when there is no such date, month 13 or 31 April among them. */
export function civilInstant(
	year: number,
	month: number,
	day: number,
	hour: number,
	minute: number,
	second: number
): EpochMicros | null {
	if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return null;
	const date = new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
	return instant((date.getTime() / 1000 + hour * 3600 + minute * 60 + second) * MICROS_PER_SECOND);
}
