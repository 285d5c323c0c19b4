import { describe, expect, it } from 'vitest';
import { formatInstant, parseInstant } from '../time/instant.ts';
import { nightsBetween } from './nightly.ts';

const between = (from: string, to: string, zone: string) =>
	nightsBetween(parseInstant(from), parseInstant(to), zone).map((at) => formatInstant(at).slice(0, 16));

describe('nightsBetween', () => {
	it.each([
		['UTC', '2026-01-05T09:30:00Z', '2026-01-06T02:59:59Z', []],
		['UTC', '2026-01-05T09:30:00Z', '2026-01-06T03:00:00Z', ['2026-01-06T03:00']],
		['UTC', '2026-01-06T03:00:00Z', '2026-01-07T02:00:00Z', []],
		[
			'UTC',
			'2026-01-05T02:59:59Z',
			'2026-01-07T03:00:00Z',
			['2026-01-05T03:00', '2026-01-06T03:00', '2026-01-07T03:00']
		],
		['America/Chicago', '2026-01-05T00:00:00Z', '2026-01-06T00:00:00Z', ['2026-01-05T09:00']],
		['Asia/Kathmandu', '2026-01-05T00:00:00Z', '2026-01-06T00:00:00Z', ['2026-01-05T21:15']],
		[
			'Europe/Berlin',
			'2026-03-28T00:00:00Z',
			'2026-03-30T00:00:00Z',
			['2026-03-28T02:00', '2026-03-29T01:00']
		],
		[
			'Europe/Berlin',
			'2026-10-24T12:00:00Z',
			'2026-10-26T12:00:00Z',
			['2026-10-25T02:00', '2026-10-26T02:00']
		],
		['Nowhere/Land', '2026-01-05T00:00:00Z', '2026-01-06T00:00:00Z', ['2026-01-05T03:00']]
	])('in %s from %s to %s', (zone, from, to, expected) => {
		expect(between(from, to, zone)).toEqual(expected);
	});

	it('stops after one night more than a jump may run', () => {
		expect(between('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', 'UTC')).toHaveLength(32);
	});
});
