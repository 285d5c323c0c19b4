import type { ExchangeId } from '../exchange/events.ts';
import type { ExchangeView, Projection } from '../world/projection.ts';

/** Ended exchanges beside those in flight: more would hide these. */
const MOST_ENDED = 3;

/** From the first event of an exchange to its last; one in flight has no last yet. */
interface Span {
	readonly exchange: ExchangeView;
	readonly from: number;
	readonly to: number;
}

/**
 * The exchanges that are under way at the same time, oldest first: those in flight, and those that ended meanwhile.
 * When all have ended, the last that overlapped; empty where the last exchange had the world for itself.
 */
export function lanesOf({ exchanges }: Pick<Projection, 'exchanges'>): readonly ExchangeView[] {
	const spans = exchanges.map(spanOf);
	const inFlight = spans.filter(({ exchange }) => exchange.next !== null);
	const latest = spans.toSorted((a, b) => b.to - a.to).slice(0, 1);
	const lanes = overlapping(inFlight.length > 0 ? inFlight : latest, spans);
	if (lanes.length < 2) return [];
	const ended = lanes.filter(({ exchange }) => exchange.next === null).toSorted((a, b) => b.to - a.to);
	const hidden = new Set<ExchangeId>(ended.slice(MOST_ENDED).map(({ exchange }) => exchange.id));
	return lanes
		.map(({ exchange }) => exchange)
		.filter(({ id }) => !hidden.has(id))
		.toSorted((a, b) => a.id - b.id);
}

function spanOf(exchange: ExchangeView): Span {
	const { events, next } = exchange;
	const from = events[0]?.seq ?? Infinity;
	return { exchange, from, to: next === null ? (events.at(-1)?.seq ?? from) : Infinity };
}

/** Spans, and all that overlap one of them, and so on. */
function overlapping(first: readonly Span[], all: readonly Span[]): readonly Span[] {
	const more = all.filter(
		(span) => !first.includes(span) && first.some(({ from, to }) => span.from < to && from < span.to)
	);
	return more.length === 0 ? first : overlapping([...first, ...more], all);
}
