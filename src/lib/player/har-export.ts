import { toHar } from '../browser/devtools/har.ts';
import type { EpochMicros } from '../time/instant.ts';
import type { ExchangeView } from '../world/projection.ts';

/** When an exchange began and when the last thing of it happened, by the virtual clock; `null` before its first step. */
export function timeOf({ events }: ExchangeView): { started: EpochMicros; ended: EpochMicros } | null {
	const [first] = events;
	const last = events.at(-1);
	return first && last ? { started: first.at, ended: last.at } : null;
}

/** The requests that have been sent, as the text of a HAR file. */
export function harText(exchanges: readonly ExchangeView[]): string {
	const entries = exchanges.flatMap((exchange) => {
		const time = timeOf(exchange);
		return exchange.request && time
			? [{ request: exchange.request, response: exchange.response, ...time }]
			: [];
	});
	return JSON.stringify(toHar(entries, { name: 'Crumbtrail', version: '1' }), null, '\t');
}
