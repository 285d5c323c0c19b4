import { instant, type EpochMicros } from '../../time/instant.ts';

const DELIMITERS = /[\t !"#$%&'()*+,\-./;<=>?@[\\\]^_`{|}~]+/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

interface Fields {
	time?: readonly [hour: number, minute: number, second: number];
	day?: number;
	month?: number;
	year?: number;
}

/**
 * Reads a cookie date (section 5.1.1), as Chromium does: delimiters around tokens, the first token that fits a field
 * gives it. Not in the draft: a number must be digits alone ("6th" is none), years may have five digits, and years
 * before 1601 are read as long past.
 * @returns `null` when it is no date
 */
export function parseDate(text: string): EpochMicros | null {
	const fields: Fields = {};
	for (const token of text.split(DELIMITERS)) if (token !== '') take(token, fields);
	const { time, day, month, year } = fields;
	if (!time || day === undefined || month === undefined || year === undefined) return null;
	return exploded(fullYear(year), month, day, time);
}

function take(token: string, fields: Fields): void {
	if (!/^\d/.test(token)) {
		const month = MONTHS.indexOf(token.slice(0, 3).toLowerCase());
		if (month >= 0) fields.month ??= month;
		return;
	}
	if (token.includes(':')) {
		const match = /^(\d+):(\d+):(\d+)$/.exec(token);
		if (match) fields.time ??= [Number(match[1]), Number(match[2]), Number(match[3])];
		return;
	}
	if (!/^\d+$/.test(token)) return;
	if (fields.day === undefined && token.length <= 2) fields.day = Number(token);
	else if (fields.year === undefined && token.length <= 5) fields.year = Number(token);
}

function fullYear(year: number): number {
	if (year >= 70 && year <= 99) return year + 1900;
	return year <= 69 ? year + 2000 : year;
}

/** The instant of fields that exist in the calendar. */
function exploded(
	year: number,
	month: number,
	day: number,
	[hour, minute, second]: readonly [number, number, number]
): EpochMicros | null {
	if (day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return null;
	const date = new Date(0);
	date.setUTCFullYear(year, month, day);
	date.setUTCHours(hour, minute, second);
	return date.getUTCDate() === day ? instant(date.getTime() * 1000) : null;
}
