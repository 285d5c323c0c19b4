import { describe, expect, it } from 'vitest';
import { DEFAULT_START, formatInstant } from './instant.ts';
import { readMoment } from './read-moment.ts';

/** 2026-01-05T09:30:00.123456Z */
const NOW = DEFAULT_START;

describe('readMoment', () => {
	it.each([
		['90s', '2026-01-05T09:31:30.123456Z'],
		['1h30m', '2026-01-05T11:00:00.123456Z'],
		['1 hour and 30 minutes', '2026-01-05T11:00:00.123456Z'],
		['+13 days', '2026-01-18T09:30:00.123456Z'],
		['in 2 weeks', '2026-01-19T09:30:00.123456Z'],
		['In 3 Days, 2 hrs', '2026-01-08T11:30:00.123456Z'],
		['2026-12-05 14:00', '2026-12-05T14:00:00.000000Z'],
		['2026-12-05', '2026-12-05T00:00:00.000000Z'],
		['2026-12-05T14:00:00.5Z', '2026-12-05T14:00:00.500000Z'],
		['2026-12-05T14:00+01:00', '2026-12-05T13:00:00.000000Z'],
		['2026-12-05 14:00 -0530', '2026-12-05T19:30:00.000000Z'],
		['2028-02-29', '2028-02-29T00:00:00.000000Z'],
		['14:00', '2026-01-05T14:00:00.000000Z'],
		['08:00', '2026-01-06T08:00:00.000000Z'],
		['tomorrow', '2026-01-06T00:00:00.000000Z'],
		['tomorrow at 14:30:05', '2026-01-06T14:30:05.000000Z']
	])('%s is %s', (typed, expected) => {
		const read = readMoment(typed, NOW);
		expect('to' in read && formatInstant(read.to)).toBe(expected);
	});

	it.each([
		['soon', /^Write a moment like/],
		['', /^Write a moment like/],
		['14', /^Write a moment like/],
		['in a while', /^Write a moment like/],
		['2026-02-30', /^The calendar has no such day/],
		['2026-13-01', /^The calendar has no such day/],
		['25:00', /^The calendar has no such day/],
		['2026-01-05 12:60', /^The calendar has no such day/],
		['2026-01-02 09:30', /^That moment has passed: it was 3 days ago\. The clock only goes forwards/],
		['today 08:00', /^That moment has passed: it was 1 hour 30 minutes ago/],
		['0s', /^That moment has passed: it is now/],
		['99999999d', /^The clock goes to the year 9999/]
	])('refuses %j', (typed, message) => {
		const read = readMoment(typed, NOW);
		expect('refused' in read && read.refused).toMatch(message);
	});
});
