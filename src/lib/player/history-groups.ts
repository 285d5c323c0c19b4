import type { ExchangeId } from '../exchange/events.ts';
import type { Action } from '../world/action.ts';
import type { Projection } from '../world/projection.ts';
import type { PlayedMoment } from './history.ts';

/** Moments that belong together in the list: one action, or the steps of one request without another between. */
export interface HistoryGroup {
	/** The first moment of it. */
	readonly from: number;
	/** The last moment of it. */
	readonly to: number;
	/** The request that it carries on, where that is what it does. */
	readonly exchange: ExchangeId | null;
}

/** The history as the learner thinks of it. The start, which no action made, is in no group. */
export function groupsOf(moments: readonly PlayedMoment[]): readonly HistoryGroup[] {
	const groups: HistoryGroup[] = [];
	const roots = new Map<ExchangeId, ExchangeId>();
	for (let at = 1; at < moments.length; at++) {
		const before = moments[at - 1];
		const moment = moments[at];
		if (!before || !moment?.action) continue;
		noteRoots(roots, openedIn(before.projection, moment.projection), moment.projection);
		const exchange = exchangeOf(moment.action, before.projection, moment.projection, roots);
		const last = groups.at(-1);
		const goesOn =
			'exchange' in moment.action && last && last.exchange !== null && last.exchange === exchange;
		if (goesOn) groups[groups.length - 1] = { ...last, to: at };
		else groups.push({ from: at, to: at, exchange });
	}
	return groups;
}

/** The exchanges that an action opened, oldest first. */
export function openedIn(before: Projection, after: Projection): readonly ExchangeId[] {
	const newest = before.exchanges.at(-1)?.id ?? 0;
	return after.exchanges.map(({ id }) => id).filter((id) => id > newest);
}

/** A redirect's request belongs to the request that it follows. */
function noteRoots(
	roots: Map<ExchangeId, ExchangeId>,
	opened: readonly ExchangeId[],
	{ exchanges }: Projection
): void {
	for (const id of opened) {
		const from = exchanges.find((exchange) => exchange.id === id)?.redirectedFrom ?? null;
		roots.set(id, from === null ? id : (roots.get(from) ?? from));
	}
}

function exchangeOf(
	action: Action,
	before: Projection,
	after: Projection,
	roots: ReadonlyMap<ExchangeId, ExchangeId>
): ExchangeId | null {
	const id = 'exchange' in action ? action.exchange : openedIn(before, after)[0];
	return id === undefined ? null : (roots.get(id) ?? id);
}
