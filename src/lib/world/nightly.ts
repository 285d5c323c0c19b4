import { instant, MICROS_PER_SECOND, wholeSeconds, type EpochMicros } from '../time/instant.ts';

/** When cron runs `clearsessions`, by the clock of the project's TIME_ZONE. */
export const CRON_HOUR = 3;
/** One jump of the clock runs it at most so often; the nights after these are passed over. */
export const MOST_NIGHTS = 31;

const HOUR = 3600;

/**
 * The moments of three o'clock in a zone, later than one moment and not later than another, oldest first. A zone that
 * there is not counts as UTC. Where a change of the clocks leaves the hour out there is none that night.
 */
export function nightsBetween(from: EpochMicros, to: EpochMicros, zone: string): EpochMicros[] {
	const hourOf = hourIn(zone);
	const nights: EpochMicros[] = [];
	// Zones differ from UTC by quarters of an hour.
	const quarter = HOUR / 4;
	let at = (Math.floor(wholeSeconds(from) / quarter) + 1) * quarter;
	while (at * MICROS_PER_SECOND <= to && nights.length <= MOST_NIGHTS) {
		if (hourOf(at) !== CRON_HOUR || hourOf(at - quarter) === CRON_HOUR) {
			at += quarter;
			continue;
		}
		nights.push(instant(at * MICROS_PER_SECOND));
		at += 22 * HOUR;
	}
	return nights;
}

/** Tells the hour of a moment in a zone. */
function hourIn(zone: string): (seconds: number) => number {
	const options = { hour: '2-digit', hourCycle: 'h23' } as const;
	let format: Intl.DateTimeFormat;
	try {
		format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
	} catch {
		format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
	}
	return (seconds) => Number(format.format(new Date(seconds * 1000)));
}
