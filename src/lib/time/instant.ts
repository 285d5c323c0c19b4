declare const epochMicros: unique symbol;

/** A point in virtual time: microseconds since 1970-01-01T00:00:00Z, as Python's `datetime` counts them. */
export type EpochMicros = number & { readonly [epochMicros]: true };

export const MICROS_PER_SECOND = 1_000_000;

/** Marks a number of microseconds since the epoch as an instant. */
export function instant(micros: number): EpochMicros {
	return micros as EpochMicros;
}

/** The clock of a fresh world. */
export const DEFAULT_START = parseInstant('2026-01-05T09:30:00.123456Z');

/**
 * Reads an ISO 8601 instant in UTC, with up to six digits of fraction ("2026-01-05T09:30:00.123456Z").
 * @throws RangeError when the text is not such an instant.
 */
export function parseInstant(text: string): EpochMicros {
	const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(?:Z|\+00:00)?$/.exec(text);
	const millis = match ? Date.parse(`${match[1]}T${match[2]}Z`) : NaN;
	if (!match || Number.isNaN(millis)) throw new RangeError(`Not an instant in UTC: ${JSON.stringify(text)}`);
	return instant(millis * 1000 + Number((match[3] ?? '').padEnd(6, '0')));
}

/** Writes an instant as ISO 8601 in UTC, always with six digits: "2026-01-05T09:30:00.123456Z". */
export function formatInstant(at: EpochMicros): string {
	const { date, time, micros } = civil(at);
	return `${date}T${time}.${micros}Z`;
}

/** Writes an instant as SQLite's Django backend stores it; the fraction is left out when it is zero. */
export function formatSqlInstant(at: EpochMicros): string {
	const { date, time, micros } = civil(at);
	return micros === '000000' ? `${date} ${time}` : `${date} ${time}.${micros}`;
}

/** Whole seconds since the epoch, rounded down. */
export function wholeSeconds(at: EpochMicros): number {
	return Math.floor(at / MICROS_PER_SECOND);
}

function civil(at: EpochMicros): { date: string; time: string; micros: string } {
	const seconds = wholeSeconds(at);
	const iso = new Date(seconds * 1000).toISOString();
	const rest = at - seconds * MICROS_PER_SECOND;
	return { date: iso.slice(0, -14), time: iso.slice(-13, -5), micros: String(rest).padStart(6, '0') };
}
