import type { Exchange } from './exchange.ts';

/** What is left of an exchange, as plain values. */
export type ExchangeRecord = Pick<
	Exchange,
	| 'id'
	| 'cause'
	| 'redirectedFrom'
	| 'next'
	| 'done'
	| 'request'
	| 'response'
	| 'failure'
	| 'error'
	| 'redirect'
	| 'process'
	| 'wireBroken'
	| 'cancelled'
	| 'heldSession'
>;

/** An exchange as the world holds it, whether it is in flight or over. */
export type HeldExchange = ExchangeRecord & Pick<Exchange, 'step' | 'cancel' | 'breakWire' | 'abandon'>;

/** An exchange that is over, from what was left of it: it has no step to do. */
export function endedExchange(record: ExchangeRecord): HeldExchange {
	const nothing = () => undefined;
	return { ...record, next: null, step: nothing, cancel: nothing, breakWire: nothing, abandon: nothing };
}

/** What is left of an exchange. */
export function exchangeRecord(exchange: HeldExchange): ExchangeRecord {
	const { id, cause, redirectedFrom, next, done, request, response, failure } = exchange;
	const { error, redirect, process, wireBroken, cancelled, heldSession } = exchange;
	return {
		...{ id, cause, redirectedFrom, next, done, request, response, failure },
		...{ error, redirect, process, wireBroken, cancelled, heldSession }
	};
}
