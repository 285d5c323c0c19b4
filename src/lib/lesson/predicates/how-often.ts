import { parseDuration, sayDuration } from '../../time/duration.ts';
import type { EpochMicros } from '../../time/instant.ts';

/** How often something must be there; at least once where nothing is said. */
export interface HowOften {
	readonly count?: number;
	readonly atLeast?: number;
}

/** When something must have happened, counted from the lesson's start. */
export interface Window {
	readonly after?: string | number;
	readonly at?: string | number;
	readonly before?: string | number;
}

export function oftenEnough(found: number, { count, atLeast }: HowOften): boolean {
	if (count !== undefined) return found === count;
	return found >= (atLeast ?? 1);
}

/** "exactly 2 rows", "no row", "at least 1 row" */
export function sayOften({ count, atLeast }: HowOften, one: string, many = `${one}s`): string {
	if (count === 0) return `no ${one}`;
	if (count !== undefined) return `exactly ${counted(count, one, many)}`;
	return `at least ${counted(atLeast ?? 1, one, many)}`;
}

/** "no row", "1 row", "2 rows" */
export function counted(count: number, one: string, many = `${one}s`): string {
	if (count === 0) return `no ${one}`;
	return `${count} ${count === 1 ? one : many}`;
}

export function inWindow(at: EpochMicros, start: EpochMicros, window: Window): boolean {
	const since = at - start;
	if (window.after !== undefined && !(since > parseDuration(window.after))) return false;
	if (window.at !== undefined && since !== parseDuration(window.at)) return false;
	return window.before === undefined || since < parseDuration(window.before);
}

/** " later than 14 days after the start", or nothing */
export function sayWindow({ after, at, before }: Window): string {
	const words = [
		after === undefined ? '' : `later than ${sayDuration(parseDuration(after))} after the start`,
		at === undefined ? '' : `exactly ${sayDuration(parseDuration(at))} after the start`,
		before === undefined ? '' : `before ${sayDuration(parseDuration(before))} after the start`
	].filter(Boolean);
	return words.length ? `, ${words.join(' and ')}` : '';
}
