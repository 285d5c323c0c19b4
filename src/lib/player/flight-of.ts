import type { ExchangeId } from '../exchange/events.ts';
import type { ExchangeView } from '../world/projection.ts';
import type { PlayedMoment } from './history.ts';

/** The exchange in flight that was picked, or that the moment's events are about, or else the newest in flight. */
export function flightOf(moment: PlayedMoment | null, picked: ExchangeId | null): ExchangeView | null {
	const inFlight = moment?.projection.exchanges.filter(({ next }) => next !== null) ?? [];
	const touched: ExchangeId | undefined = moment?.events.findLast(
		({ exchange }) => exchange !== undefined
	)?.exchange;
	const wanted = inFlight.find(({ id }) => id === picked) ?? inFlight.find(({ id }) => id === touched);
	return wanted ?? inFlight.at(-1) ?? null;
}
