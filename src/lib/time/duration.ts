import { MICROS_PER_SECOND } from './instant.ts';

const SECONDS = { d: 86_400, h: 3_600, m: 60, s: 1 } as const;

/**
 * Reads a duration such as "90s", "5m", "1h30m" or "14d", or a number of seconds.
 * @returns microseconds
 * @throws RangeError when the text is not a duration.
 */
export function parseDuration(text: string | number): number {
	if (typeof text === 'number') {
		if (!Number.isFinite(text) || text < 0) throw new RangeError(`Not a number of seconds: ${text}`);
		return Math.round(text * MICROS_PER_SECOND);
	}
	if (!/^(?:\d+[dhms])+$/.test(text)) {
		throw new RangeError(`Not a duration: ${JSON.stringify(text)}. Write it like 90s, 5m, 1h30m or 14d.`);
	}
	const parts = [...text.matchAll(/(\d+)([dhms])/g)];
	const seconds = parts.reduce((sum, [, count, unit]) => sum + Number(count) * SECONDS[unit as 'd'], 0);
	return seconds * MICROS_PER_SECOND;
}

/** Says a duration in words of two units at most: "14 days", "1 hour 30 minutes", "0 seconds". */
export function sayDuration(micros: number): string {
	let rest = Math.floor(micros / MICROS_PER_SECOND);
	const words: string[] = [];
	for (const [unit, size] of [
		['day', SECONDS.d],
		['hour', SECONDS.h],
		['minute', SECONDS.m],
		['second', SECONDS.s]
	] as const) {
		const count = Math.floor(rest / size);
		rest -= count * size;
		if (count > 0 && words.length < 2) words.push(`${count} ${unit}${count === 1 ? '' : 's'}`);
	}
	return words.join(' ') || '0 seconds';
}
