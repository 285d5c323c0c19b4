import { instant, MICROS_PER_SECOND, wholeSeconds, type EpochMicros } from '../time/instant.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Hours east of Greenwich of the time zones that browsers know by name; an unknown name counts as Greenwich. */
const ZONES: Readonly<Record<string, number>> = {
	...{ gmt: 0, utc: 0, ut: 0, z: 0, wet: 0, bst: 1, met: 1, eet: 2, jst: 9 },
	...{ est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 }
};

const TOKEN =
	/(?<ymd>\d{4}[-/]\d{1,2}[-/]\d{1,2})|(?<mdy>\d{1,2}\/\d{1,2}\/\d{2,4})|(?<time>(?<!\d)\d{1,2}:\d\d?(?::\d\d?)?)|(?<=[\d\s]|gmt|utc|ut)(?<offset>[+-]\d{1,2}(?::?\d\d)?)\b|(?<word>[a-z]+)|(?<number>\d+)/gi;

interface Found {
	year?: number;
	/** 0 is January. */
	month?: number;
	day?: number;
	time?: readonly [hour: number, minute: number, second: number];
	afternoon?: boolean;
	zoneHours?: number;
	offsetMinutes?: number;
}

/** Writes an instant as HTTP does (RFC 9110, section 5.6.7): "Sun, 01 Mar 2026 12:00:00 GMT". The fraction is dropped. */
export function formatHttpDate(at: EpochMicros): string {
	return new Date(wholeSeconds(at) * 1000).toUTCString();
}

/**
 * Reads a date of an HTTP header. Beside the three forms of RFC 9110 it takes what browsers take: any order of day,
 * month and year, no weekday, no seconds or no time at all, ISO 8601, and time zones by name or offset.
 * @returns `null` when day, month or year are missing
 */
export function parseHttpDate(text: string): EpochMicros | null {
	const found: Found = {};
	for (const { groups } of text.matchAll(TOKEN)) if (groups) take(groups, found);
	const { year, month, day, time = [0, 0, 0] } = found;
	if (year === undefined || month === undefined || day === undefined || day > 31) return null;
	const [hour, minute, second] = time;
	if (hour > 25 || minute > 59 || second > 61) return null;
	const minutes = minute - (found.offsetMinutes ?? (found.zoneHours ?? 0) * 60);
	const date = new Date(0);
	date.setUTCFullYear(year, month, day);
	date.setUTCHours(hourOfDay(hour, found.afternoon), minutes, second);
	return instant(date.getTime() * 1000);
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

function take(token: Record<string, string | undefined>, found: Found): void {
	const { ymd, mdy, time, offset, word, number } = token;
	if (ymd !== undefined) takeDate(ymd, ['year', 'month', 'day'], found);
	else if (mdy !== undefined) takeDate(mdy, ['month', 'day', 'year'], found);
	else if (time !== undefined) {
		const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
		found.time ??= [hour, minute, second];
	} else if (offset !== undefined && found.time) found.offsetMinutes ??= minutesOf(offset);
	else if (word !== undefined) takeWord(word.toLowerCase(), found);
	else takeNumber(number ?? offset?.slice(1) ?? '', found);
}

function takeDate(text: string, order: readonly ('year' | 'month' | 'day')[], found: Found): void {
	text.split(/[-/]/).forEach((part, index) => {
		const field = order[index];
		if (field === 'year') found.year ??= fullYear(part);
		else if (field === 'month') found.month ??= Number(part) - 1;
		else found.day ??= Number(part);
	});
}

function takeWord(word: string, found: Found): void {
	const month = MONTHS.indexOf(word.slice(0, 3));
	if (month >= 0 && word.length >= 3) found.month ??= month;
	else if (word === 'am' || word === 'pm') found.afternoon ??= word === 'pm';
	else if (found.time && ZONES[word] !== undefined) found.zoneHours ??= ZONES[word];
}

function takeNumber(digits: string, found: Found): void {
	if (found.day === undefined && digits.length <= 2) found.day = Number(digits);
	else if (digits.length === 2 || digits.length === 4 || digits.length === 5) {
		found.year ??= fullYear(digits);
	}
}

function fullYear(digits: string): number {
	const year = Number(digits);
	if (digits.length > 2) return year;
	return year < 70 ? year + 2000 : year + 1900;
}

function minutesOf(offset: string): number {
	const [, sign, hours, minutes = '0'] = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(offset) ?? [];
	return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function hourOfDay(hour: number, afternoon: boolean | undefined): number {
	if (afternoon === undefined || hour > 12) return hour;
	return (hour % 12) + (afternoon ? 12 : 0);
}
