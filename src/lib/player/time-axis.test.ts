import { describe, expect, it } from 'vitest';
import { timeAxis } from './time-axis.ts';

const DAY = 86_400;

describe('timeAxis', () => {
	it.each([
		['nothing', [], '2 weeks'],
		['a second', [1], '2 weeks'],
		['two weeks', [14 * DAY], '2 weeks'],
		['a month', [30 * DAY], '1 year'],
		['a cookie of 400 days', [400 * DAY], '10 years'],
		['a hundred years', [36_500 * DAY], '10 years']
	])('goes far enough for %s', (_, seconds, last) => {
		expect(timeAxis(seconds).marks.at(-1)).toEqual({ label: last, at: 1 });
	});

	it.each([
		[0.000001, 0],
		[0.5, 0.1],
		[1, 0.2],
		[60, 0.4],
		[3600, 0.6],
		[7200, 0.6436],
		[DAY, 0.8],
		[14 * DAY, 1],
		[99 * DAY, 1]
	])('puts %d seconds at %d of two weeks', (seconds, place) => {
		expect(timeAxis([]).place(seconds)).toBeCloseTo(place, 4);
	});

	it('keeps the order of moments', () => {
		const axis = timeAxis([400 * DAY]);
		const places = [1, 59, 61, 3599, 90_000, 14 * DAY, 15 * DAY, 400 * DAY].map((s) => axis.place(s));
		expect(places).toEqual(places.toSorted((a, b) => a - b));
	});
});
