import { assign, createActor, setup, type ActorScope, type SnapshotFrom } from 'xstate';
import type { ServerPhase } from '../django/phases.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import type { ExchangeFailure, ExchangeId } from './events.ts';
import type { Phase } from './phases.ts';

/** What is known of an exchange between two steps: plain JSON. */
export interface ExchangeContext {
	readonly id: ExchangeId;
	/** As the browser means it; once cookies are attached, as it travels. */
	readonly request: HttpRequest;
	readonly response: HttpResponse | null;
	readonly failure: { readonly reason: ExchangeFailure; readonly message: string } | null;
}

/** How a step ended; each moves the machine on. */
export type ExchangeStepped =
	| { readonly type: 'navigate.done' }
	| { readonly type: 'cookies.attached'; readonly request: HttpRequest }
	| { readonly type: 'request.sent' }
	/** The server says which of its phases comes next. */
	| { readonly type: `server.${ServerPhase}` }
	| { readonly type: 'server.answered'; readonly response: HttpResponse }
	| { readonly type: 'cookies.stored' }
	| { readonly type: 'page.rendered' }
	| { readonly type: 'exchange.failed'; readonly reason: ExchangeFailure; readonly message: string };

/**
 * One exchange: a request and its response. A state is named after the phase whose step comes next; the event that
 * leaves it carries what that step made. The machine decides the order, the world does the work.
 */
export const exchangeMachine = setup({
	types: {
		context: {} as ExchangeContext,
		events: {} as ExchangeStepped
	},
	actions: {
		noteRequest: assign(({ event }) => (event.type === 'cookies.attached' ? { request: event.request } : {})),
		noteResponse: assign(({ event }) =>
			event.type === 'server.answered' ? { response: event.response } : {}
		),
		noteFailure: assign(({ event }) =>
			event.type === 'exchange.failed' ? { failure: { reason: event.reason, message: event.message } } : {}
		)
	}
}).createMachine({
	id: 'exchange',
	context: {
		id: 0,
		request: { method: 'GET', url: 'about:blank', headers: [], body: '' },
		response: null,
		failure: null
	},
	initial: 'navigate',
	on: { 'exchange.failed': { target: '.failed', actions: 'noteFailure' } },
	states: {
		navigate: { on: { 'navigate.done': 'attachCookies' } },
		attachCookies: { on: { 'cookies.attached': { target: 'send', actions: 'noteRequest' } } },
		send: { on: { 'request.sent': 'server' } },
		server: {
			initial: 'receive',
			on: {
				'server.middleware-in': '.middlewareIn',
				'server.route': '.route',
				'server.view': '.view',
				'server.middleware-out': '.middlewareOut',
				'server.respond': '.respond',
				'server.answered': { target: 'storeCookies', actions: 'noteResponse' }
			},
			states: { receive: {}, middlewareIn: {}, route: {}, view: {}, middlewareOut: {}, respond: {} }
		},
		storeCookies: { on: { 'cookies.stored': 'render' } },
		render: { on: { 'page.rendered': 'ended' } },
		ended: { type: 'final' },
		failed: { type: 'final' }
	}
});

export type ExchangeSnapshot = SnapshotFrom<typeof exchangeMachine>;

/** The snapshot of an exchange that has not done anything yet. */
export function openedExchange(id: ExchangeId, request: HttpRequest): ExchangeSnapshot {
	return exchangeMachine.resolveState({
		value: 'navigate',
		context: { id, request, response: null, failure: null }
	});
}

type Scope = ActorScope<ExchangeSnapshot, ExchangeStepped>;

/** A scope in which nothing runs: `assign` is all that this machine does. Made once; `transition` would make one a step. */
const scope: Scope = ((self): Scope => ({
	self,
	id: self.id,
	sessionId: self.sessionId,
	system: self.system,
	logger: () => undefined,
	defer: () => undefined,
	emit: () => undefined,
	stopChild: () => undefined,
	actionExecutor: () => undefined
}))(createActor(exchangeMachine));

/** Where the machine goes from a state by an event that carries nothing: the context stays, so it is asked once. */
const bareMoves = new Map<string, ExchangeSnapshot>();

/** Moves an exchange on. Pure: the snapshot that is given stays as it is. */
export function moveOn(snapshot: ExchangeSnapshot, stepped: ExchangeStepped): ExchangeSnapshot {
	if (Object.keys(stepped).length > 1) return exchangeMachine.transition(snapshot, stepped, scope);
	const { value, context } = snapshot;
	const move = `${typeof value === 'string' ? value : value.server} ${stepped.type}`;
	let moved = bareMoves.get(move);
	if (!moved) bareMoves.set(move, (moved = exchangeMachine.transition(snapshot, stepped, scope)));
	return { ...moved, context };
}

const PHASE_OF_STATE: Readonly<Record<string, Phase>> = {
	navigate: 'navigate',
	attachCookies: 'attach-cookies',
	send: 'send',
	receive: 'receive',
	middlewareIn: 'middleware-in',
	route: 'route',
	view: 'view',
	middlewareOut: 'middleware-out',
	respond: 'respond',
	storeCookies: 'store-cookies',
	render: 'render'
};

/** The phase whose step comes next, or `null` when the exchange has ended or failed. */
export function nextPhase(snapshot: ExchangeSnapshot): Phase | null {
	const { value } = snapshot;
	return PHASE_OF_STATE[typeof value === 'string' ? value : value.server] ?? null;
}
