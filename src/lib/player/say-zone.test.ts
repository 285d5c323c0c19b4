import { expect, it } from 'vitest';
import { DEFAULT_START, parseInstant } from '../time/instant.ts';
import { sayInZone } from './say-zone.ts';

it.each([
	['UTC', DEFAULT_START, 'Mon 5 Jan 2026, 09:30:00'],
	['Europe/Berlin', DEFAULT_START, 'Mon 5 Jan 2026, 10:30:00'],
	['America/Chicago', DEFAULT_START, 'Mon 5 Jan 2026, 03:30:00'],
	['Asia/Tokyo', parseInstant('2026-06-30T15:00:00Z'), 'Wed 1 Jul 2026, 00:00:00'],
	['Nowhere/Land', DEFAULT_START, null]
])('in %s', (zone, at, expected) => {
	expect(sayInZone(at, zone)).toBe(expected);
});
