import type { WorldEvent } from '../world/events.ts';
import type { LeftOut } from './branches.ts';
import type { HistoryGroup } from './history-groups.ts';
import type { PlayedMoment } from './history.ts';

/** A line of the history's list. `at`: the moment that it belongs to. */
export type HistoryRow =
	| { readonly kind: 'start'; readonly at: 0 }
	/** `number` counts what was done, from 1. */
	| { readonly kind: 'group'; readonly at: number; readonly number: number; readonly group: HistoryGroup }
	| { readonly kind: 'step'; readonly at: number; readonly phase: string }
	| { readonly kind: 'event'; readonly at: number; readonly event: WorldEvent }
	| { readonly kind: 'left-out'; readonly at: number; readonly left: LeftOut };

/** The list of a history: what was done, the steps of it by their phases, and the events below. */
export function historyRows(
	moments: readonly PlayedMoment[],
	groups: readonly HistoryGroup[],
	leftOut: readonly LeftOut[]
): readonly HistoryRow[] {
	const rows: HistoryRow[] = [{ kind: 'start', at: 0 }];
	const leave = (at: number) => {
		for (const left of leftOut) if (left.after === at) rows.push({ kind: 'left-out', at, left });
	};
	leave(0);
	groups.forEach((group, index) => {
		rows.push({ kind: 'group', at: group.from, number: index + 1, group });
		let phase: string | undefined;
		for (let at = group.from; at <= group.to; at++) {
			for (const event of moments[at]?.events ?? []) {
				if (event.phase && event.phase !== phase) rows.push({ kind: 'step', at, phase: event.phase });
				phase = event.phase;
				rows.push({ kind: 'event', at, event });
			}
			leave(at);
		}
	});
	return rows;
}

/** For each moment the first row that is about it; a moment without a row of its own has the one before. */
export function rowOfMoments(rows: readonly HistoryRow[], count: number): readonly number[] {
	const first: number[] = [];
	rows.forEach(({ kind, at }, index) => {
		if (kind !== 'left-out') first[at] ??= index;
	});
	for (let at = 0; at < count; at++) first[at] ??= first[at - 1] ?? 0;
	return first;
}
