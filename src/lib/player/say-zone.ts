import type { EpochMicros } from '../time/instant.ts';

/**
 * A moment as a clock in this zone shows it: "Mon 5 Jan 2026, 10:30:00".
 * @returns `null` where there is no such zone
 */
export function sayInZone(at: EpochMicros, zone: string): string | null {
	try {
		const parts = new Intl.DateTimeFormat('en-GB', {
			timeZone: zone,
			weekday: 'short',
			day: 'numeric',
			month: 'short',
			year: 'numeric',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit',
			hourCycle: 'h23'
		}).formatToParts(new Date(Math.floor(at / 1000)));
		const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
		const day = ['weekday', 'day', 'month', 'year'].map(part).join(' ');
		return `${day}, ${['hour', 'minute', 'second'].map(part).join(':')}`;
	} catch {
		return null;
	}
}
