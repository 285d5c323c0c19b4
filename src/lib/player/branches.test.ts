import { describe, expect, it } from 'vitest';
import {
	allBranches,
	exchangeLive,
	firstBranch,
	forget,
	fork,
	MOST_KEPT,
	rename,
	sharedLength
} from './branches.ts';
import type { PlayedMoment } from './history.ts';

const moment = (): PlayedMoment => ({ events: [] }) as unknown as PlayedMoment;
const [start, a, b, c] = [moment(), moment(), moment(), moment()];
const forked = fork(firstBranch(), [start, a, b], 'Path 1, from step 1 on', []);

const named = (tree: typeof forked, moments: readonly PlayedMoment[]) =>
	allBranches(tree, moments).map(({ name, moments: { length } }) => [name, length]);

describe('paths', () => {
	it('keep what came later when a new one begins', () => {
		expect(named(forked, [start, a, c])).toEqual([
			['Path 1', 3],
			['Path 2', 3]
		]);
		expect(forked.live).toEqual({ id: 2, name: 'Path 2', origin: 'Path 1, from step 1 on', leftOut: [] });
	});

	it('change places', () => {
		const back = exchangeLive(forked, [start, a, c], 1);
		expect(back?.moments).toEqual([start, a, b]);
		expect(back?.tree.live.name).toBe('Path 1');
		expect(named(back?.tree ?? forked, [start, a, b])).toEqual([
			['Path 1', 3],
			['Path 2', 3]
		]);
		expect(exchangeLive(forked, [start], 7)).toBeNull();
	});

	it.each([
		[1, 'By hand', ['By hand', 'Path 2']],
		[2, '  The other order ', ['Path 1', 'The other order']],
		[2, '   ', ['Path 1', 'Path 2']],
		[1, 'x'.repeat(100), ['x'.repeat(60), 'Path 2']]
	])('path %i is called %s', (id, name, names) => {
		expect(named(rename(forked, id, name), [start]).map(([said]) => said)).toEqual(names);
	});

	it('are let go', () => {
		expect(named(forget(forked, 1), [start])).toEqual([['Path 2', 1]]);
		expect(named(forget(forked, 2), [start])).toEqual(named(forked, [start]));
	});

	it('are kept up to a number, and no two have the same name', () => {
		let tree = firstBranch();
		for (let count = 0; count < MOST_KEPT + 5; count++) tree = fork(tree, [start], '', []);
		const names = named(tree, [start]).map(([name]) => name);
		expect(names).toHaveLength(MOST_KEPT + 1);
		expect(new Set(names).size).toBe(names.length);
		expect(names[0]).toBe('Path 6');
	});

	it.each([
		[[start, a, b], [start, a, c], 2],
		[[start, a], [start, a, c], 2],
		[[start], [a], 0]
	])('share a beginning', (one, other, length) => {
		expect(sharedLength(one, other)).toBe(length);
	});
});
