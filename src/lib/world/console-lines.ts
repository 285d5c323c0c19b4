import { formatInstant } from '../time/instant.ts';
import type { WorldEvent } from './events.ts';
import type { Flight } from './flights.ts';
import type { ConsoleLine } from './projection.ts';

/** The last lines are kept, as a terminal's scroll-back keeps them. */
const MOST_LINES = 200;

/** What the server's terminal shows: prints, logs, tracebacks and runserver's access lines, oldest first. */
export function consoleLines(flights: readonly Flight[]): readonly ConsoleLine[] {
	return flights
		.flatMap((flight) => flight.events.flatMap((event) => linesOf(event, flight)))
		.slice(-MOST_LINES);
}

function linesOf(event: WorldEvent, { exchange }: Flight): ConsoleLine[] {
	const { at } = event;
	switch (event.type) {
		case 'console.printed':
			return [{ kind: 'print', text: event.text, at, ...(event.by && { by: event.by }) }];
		case 'log.written':
			if (event.elsewhere) return [];
			return [
				{ kind: 'log', text: event.message, at },
				...(event.traceback ? [{ kind: 'error', text: event.traceback, at } as const] : [])
			];
		case 'response.sent': {
			const { pathname, search } = new URL(exchange.request.url);
			const line = `"${exchange.request.method} ${pathname}${search} HTTP/1.1" ${event.status}`;
			const size = new TextEncoder().encode(exchange.response?.body ?? '').length;
			return [{ kind: 'access', text: `[${stamp(event)}] ${line} ${size}`, at }];
		}
		case 'exchange.failed':
			return [{ kind: 'error', text: event.message, at }];
		default:
			return [];
	}
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** runserver's date: "05/Jan/2026 09:30:00". */
function stamp({ at }: WorldEvent): string {
	const [year, month, rest] = formatInstant(at).split('-');
	const [day, time] = (rest ?? '').split('T');
	return `${day}/${MONTHS[Number(month) - 1]}/${year} ${time?.slice(0, 8)}`;
}
