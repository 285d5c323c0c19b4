import type { HistoryGroup } from './history-groups.ts';

/** Moments to be played anew after a shared beginning, by their places in the old path. */
export interface Rearranged {
	/** The last moment that stays as it is. */
	readonly after: number;
	/** The moments to play then, in this order. */
	readonly order: readonly number[];
}

/** The history without one of its groups. */
export function without(groups: readonly HistoryGroup[], which: number): Rearranged | null {
	const group = groups[which];
	return group ? { after: group.from - 1, order: placesOf(groups.slice(which + 1)) } : null;
}

/**
 * The history with one of its groups one place earlier (-1) or later (1).
 * @returns `null` where there is no such place
 */
export function moved(groups: readonly HistoryGroup[], which: number, by: -1 | 1): Rearranged | null {
	const [early, late] = by === 1 ? [which, which + 1] : [which - 1, which];
	const [first, second] = [groups[early], groups[late]];
	if (!first || !second) return null;
	return { after: first.from - 1, order: placesOf([second, first, ...groups.slice(late + 1)]) };
}

function placesOf(groups: readonly HistoryGroup[]): number[] {
	return groups.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
}
