import { sayDuration } from './duration.ts';
import { instant, MICROS_PER_SECOND, type EpochMicros } from './instant.ts';

/** How far a typed moment is ahead, or why the clock cannot go there. */
export type ReadMoment = { readonly micros: number; readonly to: EpochMicros } | { readonly refused: string };

const UNITS: Readonly<Record<string, number>> = { w: 604_800, d: 86_400, h: 3_600, m: 60, s: 1 };
const UNIT = '(w(?:eeks?)?|d(?:ays?)?|h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)';
const DURATION = new RegExp(`^(?:in\\s+|\\+\\s*)?((?:\\d+\\s*${UNIT}(?:\\s*(?:,|and)?\\s*))+)$`, 'i');
const DATE =
	/^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/i;
const TIME = /^(?:(today|tomorrow)\s*)?(?:(?:at\s+)?(\d{1,2}):(\d\d)(?::(\d\d))?)?$/i;
const HOW =
	'Write a moment like 2026-12-05 14:00 or tomorrow 08:00, or a duration like 90s, 1h30m or in 2 weeks.';
/** The clock goes to the year 9999, as Python's does. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59) * 1000;

/**
 * Reads what a person types for the clock: a duration ("90s", "1 hour 30 minutes", "in 2 weeks"), a date with or
 * without a time, or a time of day. What names no offset is in UTC.
 */
export function readMoment(text: string, now: EpochMicros): ReadMoment {
	const typed = text.trim();
	const to = DURATION.test(typed) ? now + durationOf(typed) : (dateOf(typed) ?? timeOf(typed, now));
	if (to === null) return { refused: HOW };
	if (Number.isNaN(to)) return { refused: 'The calendar has no such day, or the clock no such time.' };
	if (to > LAST) return { refused: 'The clock goes to the year 9999.' };
	if (to <= now) {
		const ago = to === now ? 'it is now' : `it was ${sayDuration(now - to)} ago`;
		return {
			refused: `That moment has passed: ${ago}. The clock only goes forwards; to go back, use the history.`
		};
	}
	return { micros: to - now, to: instant(to) };
}

function durationOf(typed: string): number {
	const parts = [...typed.matchAll(new RegExp(`(\\d+)\\s*${UNIT}`, 'gi'))];
	const seconds = parts.map(
		([, count, unit = '']) => Number(count) * (UNITS[unit.charAt(0).toLowerCase()] ?? 0)
	);
	return seconds.reduce((sum, part) => sum + part, 0) * MICROS_PER_SECOND;
}

/** Microseconds since the epoch; `NaN` for a day that there is not; `null` when it is no date. */
function dateOf(typed: string): number | null {
	const match = DATE.exec(typed);
	if (!match) return null;
	const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset = 'Z'] = match;
	const at = utc([year, month, day, hour, minute, second].map(Number));
	return at + Number(fraction.padEnd(6, '0')) - offsetOf(offset);
}

/** The next moment of that time of day. */
function timeOf(typed: string, now: EpochMicros): number | null {
	const match = TIME.exec(typed);
	if (!match || typed === '') return null;
	const [, day = '', hour = '0', minute = '0', second = '0'] = match;
	const today = new Date(Math.floor(now / 1000));
	const at = (plus: number) =>
		utc([
			today.getUTCFullYear(),
			today.getUTCMonth() + 1,
			today.getUTCDate(),
			...[hour, minute, second].map(Number)
		]) +
		plus * 86_400 * MICROS_PER_SECOND;
	if (/^tomorrow$/i.test(day)) return at(1);
	return day === '' && at(0) <= now ? at(1) : at(0);
}

function utc([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: readonly number[]): number {
	const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
	const same =
		date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCMinutes() === minute;
	return same && hour < 24 && second < 60 ? date.getTime() * 1000 : NaN;
}

function offsetOf(text: string): number {
	const match = /^([+-])(\d\d):?(\d\d)$/.exec(text);
	if (!match) return 0;
	const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
	return (match[1] === '-' ? -1 : 1) * seconds * MICROS_PER_SECOND;
}
