import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Watchdog } from './watchdog.ts';

describe('the watchdog', () => {
	beforeEach(() => {
		vi.useFakeTimers();
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	const after = (millis: number) =>
		new Promise<string>((resolve) => {
			setTimeout(() => {
				resolve('answered');
			}, millis);
		});

	it.each([
		['waits for an answer in time', 5_900, [], { value: 'answered' }],
		['gives up on a late one', 6_100, [], null],
		['waits on while beats come', 14_000, [5_000, 10_000], { value: 'answered' }],
		['gives up when the beats end', 14_000, [5_000], null],
		['does not wait for ever, beats or not', 31_000, [5_000, 10_000, 15_000, 20_000, 25_000], null]
	])('%s', async (_, answersAfter, beats, expected) => {
		const watchdog = new Watchdog(6_000, 30_000);
		for (const millis of beats) {
			setTimeout(() => {
				watchdog.beat();
			}, millis);
		}
		const watched = watchdog.watch(after(answersAfter));
		await vi.advanceTimersByTimeAsync(40_000);
		expect(await watched).toEqual(expected);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('passes an error on', async () => {
		const failed = new Watchdog(6_000, 30_000).watch(Promise.reject(new Error('no')));
		await expect(failed).rejects.toThrow('no');
		expect(vi.getTimerCount()).toBe(0);
	});
});
