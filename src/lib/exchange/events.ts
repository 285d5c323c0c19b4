import type { BrowserEvent } from '../browser/events.ts';
import type { ServerEvent } from '../django/events.ts';
import type { EpochMicros } from '../time/instant.ts';
import type { Phase } from './phases.ts';

export type ExchangeId = number;

/** What the exchange itself says happened, beside what browser and server say. */
export type WireEvent =
	| { readonly type: 'exchange.started'; readonly redirectedFrom: ExchangeId | null }
	| { readonly type: 'request.sent'; readonly bytes: number }
	| { readonly type: 'response.sent'; readonly status: number; readonly bytes: number }
	| { readonly type: 'redirect.followed'; readonly status: number; readonly location: string }
	| { readonly type: 'exchange.failed'; readonly reason: ExchangeFailure; readonly message: string }
	/** The browser does not wait for the answer any more. A server that has the request goes on all the same. */
	| { readonly type: 'exchange.cancelled'; readonly reason: Cancellation; readonly sent: boolean }
	| { readonly type: 'exchange.ended' };

/** Why a browser gives a request up: its tab loads something else, or is closed, or the whole browser is. */
export type Cancellation = 'Navigation' | 'TabClosed' | 'BrowserClosed';

/** Why an exchange ended before its page was rendered. */
export type ExchangeFailure =
	'ServerNotRunning' | 'TooManyRedirects' | 'UnknownHost' | 'ResponseLost' | 'WorkerKilled' | 'Cancelled';

/** Anything that can happen in an exchange. */
export type ExchangeEvent = BrowserEvent | ServerEvent | WireEvent;

/** An event with its place: which exchange, which phase, when. `seq` counts all events of a world from 0. */
export type Placed<E> = E & {
	readonly seq: number;
	readonly at: EpochMicros;
	readonly exchange?: ExchangeId;
	readonly phase?: Phase;
};
