import { civilInstant } from '../../http/date.ts';
import type { EpochMicros } from '../../time/instant.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** All of ASCII's printable characters but letters, digits and the colon; 5.1.1 "delimiter". */
const DELIMITERS = /[\t !"#$%&'()*+,\-./;<=>?@[\\\]^_`{|}~]+/;
const LARGEST_UINT = 4_294_967_295;

/**
 * Reads a cookie date, as section 5.1.1 ("Dates") has it and Chromium does it: a number must stand alone
 * ("6th" and "08:49:37Z" are not understood), years have up to five digits, and those before 1601 are dates too.
 * @returns `null` when day, month, year or time is missing, or there is no such date
 */
export function parseCookieDate(text: string): EpochMicros | null {
	let day: number | undefined;
	let month: number | undefined;
	let year: number | undefined;
	let time: Time | undefined;
	for (const token of text.split(DELIMITERS)) {
		if (!/^\d/.test(token)) month ??= readMonth(token);
		else if (token.includes(':')) time ??= readTime(token);
		else if (day === undefined && token.length <= 2) day = readNumber(token);
		else if (year === undefined && token.length <= 5) year = readNumber(token);
	}
	if (day === undefined || month === undefined || year === undefined || time === undefined) return null;
	return civilInstant(fullYear(year), month, day, ...time);
}

type Time = readonly [hour: number, minute: number, second: number];

function readMonth(token: string): number | undefined {
	const index = MONTHS.indexOf(token.slice(0, 3).toLowerCase());
	return index < 0 ? undefined : index + 1;
}

function readTime(token: string): Time | undefined {
	const match = /^(\d+):(\d+):(\d+)$/.exec(token);
	if (!match) return undefined;
	const [hour, minute, second] = match.slice(1).map(Number) as [number, number, number];
	return Math.max(hour, minute, second) > LARGEST_UINT ? undefined : [hour, minute, second];
}

function readNumber(token: string): number | undefined {
	return /^\d+$/.test(token) ? Number(token) : undefined;
}

function fullYear(year: number): number {
	if (year >= 70 && year <= 99) return year + 1900;
	return year <= 69 ? year + 2000 : year;
}
