import { assign, setup, type SnapshotFrom } from 'xstate';
import type { ServerPosition } from '../django/server.ts';
import type { ServerPhase } from '../django/phases.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import type { ExchangeFailure, ExchangeId } from './events.ts';
import type { Phase } from './phases.ts';

/** What is known of an exchange between two steps: plain JSON. */
export interface ExchangeContext {
	readonly id: ExchangeId;
	readonly request: HttpRequest;
	readonly response: HttpResponse | null;
	/** The middleware that the next step is at, in the two middleware phases. */
	readonly middleware: string | null;
	readonly failure: { readonly reason: ExchangeFailure; readonly message: string } | null;
}

export interface ExchangeInput {
	readonly id: ExchangeId;
	/** As the browser means it, before cookies are attached. */
	readonly request: HttpRequest;
}

/** How a step ended; each moves the machine on. */
export type ExchangeStepped =
	| { readonly type: 'navigate.done' }
	| { readonly type: 'cookies.attached'; readonly request: HttpRequest }
	| { readonly type: 'request.sent' }
	| { readonly type: 'server.stepped'; readonly next: ServerPosition }
	| { readonly type: 'server.answered'; readonly response: HttpResponse }
	| { readonly type: 'cookies.stored' }
	| { readonly type: 'page.rendered' }
	| { readonly type: 'exchange.failed'; readonly reason: ExchangeFailure; readonly message: string };

/** A transition to a server phase, taken when the run says that this phase comes next. */
const toServerPhase = (phase: ServerPhase, target: string) => ({
	guard: { type: 'comesNext' as const, params: { phase } },
	target,
	actions: 'noteMiddleware' as const
});

/**
 * One exchange: a request and its response. A state is named after the phase whose step comes next; the event that
 * leaves it carries what that step made. The machine decides the order, the world does the work.
 */
export const exchangeMachine = setup({
	types: {
		context: {} as ExchangeContext,
		events: {} as ExchangeStepped,
		input: {} as ExchangeInput
	},
	guards: {
		comesNext: ({ event }, { phase }: { phase: ServerPhase }) =>
			event.type === 'server.stepped' && event.next.phase === phase
	},
	actions: {
		noteMiddleware: assign(({ event }) =>
			event.type === 'server.stepped' ? { middleware: event.next.middleware ?? null } : {}
		),
		noteRequest: assign(({ event }) => (event.type === 'cookies.attached' ? { request: event.request } : {})),
		noteResponse: assign(({ event }) =>
			event.type === 'server.answered' ? { response: event.response, middleware: null } : {}
		),
		noteFailure: assign(({ event }) =>
			event.type === 'exchange.failed'
				? { failure: { reason: event.reason, message: event.message }, middleware: null }
				: {}
		)
	}
}).createMachine({
	id: 'exchange',
	context: ({ input }) => ({
		id: input.id,
		request: input.request,
		response: null,
		middleware: null,
		failure: null
	}),
	initial: 'navigate',
	on: { 'exchange.failed': { target: '.failed', actions: 'noteFailure' } },
	states: {
		navigate: { on: { 'navigate.done': 'attachCookies' } },
		attachCookies: { on: { 'cookies.attached': { target: 'send', actions: 'noteRequest' } } },
		send: { on: { 'request.sent': 'server' } },
		server: {
			initial: 'receive',
			on: {
				'server.stepped': [
					toServerPhase('middleware-in', '.middlewareIn'),
					toServerPhase('route', '.route'),
					toServerPhase('view', '.view'),
					toServerPhase('middleware-out', '.middlewareOut'),
					toServerPhase('respond', '.respond')
				],
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
