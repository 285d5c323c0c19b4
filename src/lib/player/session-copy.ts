import { engineName } from '../explain/switches.ts';
import type { ExchangeId } from '../exchange/events.ts';
import type { WorldEvent } from '../world/events.ts';
import type { ExchangeView, Projection } from '../world/projection.ts';

/** What one exchange holds of the session, against what the others have done to it since. */
export type SessionCopy =
	/** Nothing has loaded it yet, or the request has none. */
	| { readonly state: 'not-loaded' }
	| {
			/** As in the store; changed and not saved; or changed in the store by another exchange since. */
			readonly state: 'same' | 'changed' | 'stale';
			readonly key: string | null;
			readonly data: string;
			readonly modified: boolean;
			/** Who has changed what is stored, where it is stale. */
			readonly by: ExchangeId | null;
			/** How: saved, or deleted. */
			readonly how: 'saved' | 'deleted' | null;
	  }
	/** The request is over in the server: what it did to what is stored. */
	| { readonly state: 'over'; readonly did: Did };

/** `unseen`: the server never got the request. */
type Did = 'saved' | 'deleted' | 'nothing' | 'unseen';

/** The copy of each exchange that is shown on the board. */
export function copyOf(exchange: ExchangeView, projection: Projection): SessionCopy {
	const { session } = exchange;
	if (!session) return isOver(exchange) ? { state: 'over', did: didOf(exchange) } : { state: 'not-loaded' };
	const { key, data, modified } = session;
	if (data === null) return { state: 'not-loaded' };
	const other = changedSince(exchange, projection);
	const state = other ? 'stale' : modified && !savedLast(exchange) ? 'changed' : 'same';
	return { state, key, data, modified, by: other?.by ?? null, how: other?.how ?? null };
}

function isOver({ next, events }: ExchangeView): boolean {
	const answered = events.some(({ type }) => type === 'response.sent');
	return next === null || answered;
}

function didOf({ events }: ExchangeView): Did {
	if (!events.some(({ type }) => type === 'request.received')) return 'unseen';
	const last = events.findLast(({ type }) => type === 'session.saved' || type === 'session.deleted');
	if (!last) return 'nothing';
	return last.type === 'session.saved' ? 'saved' : 'deleted';
}

/** Its last word on the session is a save, not a change. */
function savedLast({ events }: ExchangeView): boolean {
	const last = events.findLast(({ type }) => type === 'session.saved' || type === 'session.changed');
	return last?.type === 'session.saved';
}

/** The other exchange that changed what is stored after this one had loaded or saved it. */
function changedSince(
	exchange: ExchangeView,
	projection: Projection
): { by: ExchangeId; how: 'saved' | 'deleted' } | null {
	const engine = engineName(projection.store.engine ?? '');
	if (engine === 'signed_cookies') return cookieSince(exchange, projection);
	const own = exchange.events.findLast(({ type }) => type === 'session.loaded' || type === 'session.saved');
	const keys = new Set([exchange.session?.key, ...(own && 'key' in own ? [own.key] : [])]);
	const found = othersSince(exchange, projection, own?.seq ?? Infinity).findLast(
		(event) => (event.type === 'session.saved' || event.type === 'session.deleted') && keys.has(event.key)
	);
	if (found?.exchange === undefined) return null;
	return { by: found.exchange, how: found.type === 'session.saved' ? 'saved' : 'deleted' };
}

/** With signed_cookies the jar is the store: the browser took a newer cookie after it sent the one that is held. */
function cookieSince(exchange: ExchangeView, projection: Projection) {
	const name = projection.server.settings.SESSION_COOKIE_NAME;
	const sent = exchange.events.find(({ type }) => type === 'cookies.attached');
	const found = othersSince(exchange, projection, sent?.seq ?? Infinity).findLast(
		(event) =>
			event.profile === exchange.profile &&
			((event.type === 'cookie.stored' && event.decision.cookie.name === name) ||
				(event.type === 'cookie.removed' && event.decision.name === name))
	);
	if (found?.exchange === undefined) return null;
	return {
		by: found.exchange,
		how: found.type === 'cookie.stored' ? ('saved' as const) : ('deleted' as const)
	};
}

function othersSince({ id }: ExchangeView, { exchanges }: Projection, since: number): WorldEvent[] {
	return exchanges
		.filter((other) => other.id !== id)
		.flatMap(({ events }) => events.filter(({ seq }) => seq > since))
		.sort((a, b) => a.seq - b.seq);
}
