import { describe, expect, it } from 'vitest';
import { VirtualClock } from './clock.ts';
import { parseDuration, sayDuration } from './duration.ts';
import { DEFAULT_START, formatInstant, formatSqlInstant, instant, parseInstant } from './instant.ts';
import { SeededRandom } from './random.ts';

describe('instants', () => {
	it.each([
		['2026-01-05T09:30:00.123456Z', 1_767_605_400_123_456],
		['2026-01-05T09:30:00Z', 1_767_605_400_000_000],
		['2026-01-05 09:30:00.5', 1_767_605_400_500_000],
		['1970-01-01T00:00:00.000001Z', 1]
	])('reads %s', (text, micros) => {
		expect(parseInstant(text)).toBe(micros);
	});

	it.each(['', 'yesterday', '2026-13-01T00:00:00Z', '2026-01-05T09:30', '2026-01-05T09:30:00.1234567Z'])(
		'refuses %j',
		(text) => {
			expect(() => parseInstant(text)).toThrow(RangeError);
		}
	);

	it('writes six digits for people and leaves a zero fraction out for SQLite', () => {
		expect(formatInstant(DEFAULT_START)).toBe('2026-01-05T09:30:00.123456Z');
		expect(formatInstant(parseInstant('2026-01-05T09:30:00Z'))).toBe('2026-01-05T09:30:00.000000Z');
		expect(formatSqlInstant(DEFAULT_START)).toBe('2026-01-05 09:30:00.123456');
		expect(formatSqlInstant(parseInstant('2026-01-05T09:30:00Z'))).toBe('2026-01-05 09:30:00');
	});

	it('writes instants before 1970', () => {
		expect(formatInstant(instant(-1))).toBe('1969-12-31T23:59:59.999999Z');
	});
});

describe('durations', () => {
	it.each([
		['90s', 90],
		['5m', 300],
		['1h30m', 5_400],
		['14d', 1_209_600],
		[90, 90],
		[0.5, 0.5]
	])('reads %s', (text, seconds) => {
		expect(parseDuration(text)).toBe(seconds * 1e6);
	});

	it.each(['', '1w', '5', 'm5', '-1s', -1, Number.NaN])('refuses %j', (text) => {
		expect(() => parseDuration(text)).toThrow(RangeError);
	});

	it.each([
		[0, '0 seconds'],
		[1, '1 second'],
		[90, '1 minute 30 seconds'],
		[1_209_600, '14 days'],
		[93_784, '1 day 2 hours']
	])('says %i seconds', (seconds, words) => {
		expect(sayDuration(seconds * 1e6)).toBe(words);
	});
});

describe('the virtual clock', () => {
	it('stands still but for advance', () => {
		const clock = new VirtualClock();
		expect(clock.now()).toBe(DEFAULT_START);
		clock.advance(1);
		expect(clock.now()).toBe(DEFAULT_START + 1);
	});

	it('never moves back', () => {
		expect(() => {
			new VirtualClock().advance(-1);
		}).toThrow(RangeError);
	});
});

describe('seeded randomness', () => {
	it('repeats for the same seed and differs for another', () => {
		const draw = (seed: string) => Array.from({ length: 4 }, () => new SeededRandom(seed).next());
		expect(draw('a')).toEqual(draw('a'));
		expect(draw('a')).not.toEqual(draw('b'));
	});

	it('goes on from a saved state', () => {
		const first = new SeededRandom('world');
		first.next();
		const second = new SeededRandom(first.state);
		expect([second.next(), second.next()]).toEqual([first.next(), first.next()]);
	});

	it('stays below its limit and reaches every value', () => {
		const random = new SeededRandom('limits');
		const seen = new Set(Array.from({ length: 400 }, () => random.below(7)));
		expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
	});
});
