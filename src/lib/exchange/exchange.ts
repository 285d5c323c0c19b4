import type { BrowserEvent } from '../browser/events.ts';
import type { PythonError } from '../django/events.ts';
import { SERVER_PHASES } from '../django/phases.ts';
import type { HeldSession, RequestRun } from '../django/server.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import type { Cancellation, ExchangeEvent, ExchangeFailure, ExchangeId } from './events.ts';
import {
	moveOn,
	nextPhase,
	openedExchange,
	type ExchangeSnapshot,
	type ExchangeStepped
} from './exchange-machine.ts';
import { PHASES, type Phase } from './phases.ts';
import { redirectOf, type Redirect } from './redirect.ts';

/** What an exchange asks of the world around it. */
export interface ExchangePorts {
	/** Adds the Cookie header that the profile's jar gives. */
	attachCookies(request: HttpRequest): { request: HttpRequest; events: readonly BrowserEvent[] };
	/** Hands the request to the server; `bootError` when no application answers there, `failure` when no host does. */
	openRun(request: HttpRequest): OpenedRun;
	storeCookies(request: HttpRequest, response: HttpResponse): readonly BrowserEvent[];
	render(request: HttpRequest, response: HttpResponse): readonly BrowserEvent[];
	/** Takes each event with the phase that it belongs to. */
	say(event: ExchangeEvent, phase: Phase): void;
}

/** A run inside a server, or why there is none. */
export type OpenedRun =
	/** `process`: the one that works at it, where it is a Django project's. */
	| { readonly run: RequestRun; readonly process?: string }
	| { readonly bootError: PythonError }
	| { readonly failure: { readonly reason: ExchangeFailure; readonly message: string } };

/** What Chromium says when a connection ends before the first byte of the response. */
const LOST = {
	reason: 'ResponseLost',
	message: 'The connection ended before a byte of the response arrived (ERR_EMPTY_RESPONSE).'
} as const;

export interface StepPlace {
	readonly phase: Phase;
	readonly middleware?: string;
}

/** One exchange in flight: the machine's snapshot, and the run inside the server that the snapshot stands for. */
export class Exchange {
	readonly id: ExchangeId;
	readonly cause: Extract<BrowserEvent, { type: 'navigation.started' }>['cause'];
	readonly redirectedFrom: ExchangeId | null;
	#snapshot: ExchangeSnapshot;
	#run: RequestRun | null = null;
	#process: string | null = null;
	#wireBroken = false;
	#bootError: PythonError | null = null;
	#done: StepPlace | null = null;
	#redirect: Redirect | null = null;
	#cancelled: Cancellation | null = null;
	readonly #ports: ExchangePorts;

	constructor(
		start: Pick<Exchange, 'id' | 'cause' | 'redirectedFrom'> & { request: HttpRequest },
		ports: ExchangePorts
	) {
		this.id = start.id;
		this.cause = start.cause;
		this.redirectedFrom = start.redirectedFrom;
		this.#ports = ports;
		this.#snapshot = openedExchange(start.id, start.request);
	}

	/** The phase whose step comes next, with the middleware it is at; `null` when the exchange is over. */
	get next(): StepPlace | null {
		const phase = nextPhase(this.#snapshot);
		const middleware = phase && this.#run?.next?.middleware;
		return phase && (middleware ? { phase, middleware } : { phase });
	}

	/** The step that was done last. */
	get done(): StepPlace | null {
		return this.#done;
	}

	get request(): HttpRequest {
		return this.#snapshot.context.request;
	}

	get response(): HttpResponse | null {
		return this.#snapshot.context.response;
	}

	/** The process that works at it just now; `null` before and after. */
	get process(): string | null {
		return this.#run?.next ? this.#process : null;
	}

	/** The response will not arrive. */
	get wireBroken(): boolean {
		return this.#wireBroken;
	}

	get failure() {
		return this.#snapshot.context.failure;
	}

	/** The exception that became a 500 (`raised`), or kept the application from being built (`boot`). */
	get error(): { kind: 'raised' | 'boot'; error: PythonError } | null {
		if (this.#bootError) return { kind: 'boot', error: this.#bootError };
		const error = this.#run?.error;
		return error ? { kind: 'raised', error } : null;
	}

	/** Where the finished exchange sends the browser next. */
	get redirect(): Redirect | null {
		return this.#redirect;
	}

	/** The browser waits no more: its answer, if there still is one, reaches nobody. */
	get cancelled(): Cancellation | null {
		return this.#cancelled;
	}

	/** What the request holds of its session while it is in the server. */
	get heldSession(): HeldSession | null {
		return this.#run?.heldSession() ?? null;
	}

	/** The browser gives the request up. What has not been sent never is; a server goes on to its end. */
	cancel(reason: Cancellation): void {
		const place = this.next;
		if (!place || this.#cancelled) return;
		this.#cancelled = reason;
		const inServer = SERVER_PHASES.some((phase) => phase === place.phase);
		this.#ports.say({ type: 'exchange.cancelled', reason, sent: this.#wasSent(place.phase) }, place.phase);
		if (!inServer) this.#moveOn(place, givenUp(reason));
	}

	/** Does the next step. Does nothing once the exchange is over. */
	step(): void {
		const place = this.next;
		if (!place) return;
		if (!this.#done) {
			this.#ports.say({ type: 'exchange.started', redirectedFrom: this.redirectedFrom }, 'navigate');
		}
		const worked = this.#work(place.phase);
		const answered = worked.type === 'server.answered';
		const stepped = this.#cancelled && answered ? givenUp(this.#cancelled) : worked;
		this.#done = place;
		this.#moveOn(place, stepped);
	}

	/** Moves on, and says so where that was the end. */
	#moveOn(place: StepPlace, stepped: ExchangeStepped): void {
		this.#snapshot = moveOn(this.#snapshot, stepped);
		if (stepped.type === 'exchange.failed') this.#ports.say(stepped, place.phase);
		if (nextPhase(this.#snapshot) === null) this.#ports.say({ type: 'exchange.ended' }, place.phase);
	}

	/** Breaks the connection: a response that is under way, or leaves later, does not arrive. */
	breakWire(): void {
		this.#wireBroken = true;
		if (this.next?.phase === 'store-cookies') this.#end({ type: 'exchange.failed', ...LOST }, 'respond');
	}

	/** Ends it before its time: nobody works at it any more. */
	abandon(reason: ExchangeFailure, message: string): void {
		const phase = this.next?.phase;
		if (phase) this.#end({ type: 'exchange.failed', reason, message }, phase);
	}

	#end(failed: Extract<ExchangeStepped, { type: 'exchange.failed' }>, phase: Phase): void {
		this.#snapshot = moveOn(this.#snapshot, failed);
		this.#ports.say(failed, phase);
		this.#ports.say({ type: 'exchange.ended' }, phase);
	}

	#wasSent(next: Phase): boolean {
		return PHASES.indexOf(next) > PHASES.indexOf('send');
	}

	#work(phase: Phase): ExchangeStepped {
		switch (phase) {
			case 'navigate':
				return this.#navigate();
			case 'attach-cookies':
				return this.#attachCookies();
			case 'send':
				this.#ports.say({ type: 'request.sent', bytes: wireSize(this.request) }, 'send');
				return { type: 'request.sent' };
			case 'receive':
				return this.#receive();
			case 'middleware-in':
			case 'route':
			case 'view':
			case 'middleware-out':
			case 'respond':
				return this.#stepServer(this.#openedRun());
			case 'store-cookies':
				this.#sayAll(this.#ports.storeCookies(this.request, this.#arrived()), 'store-cookies');
				return { type: 'cookies.stored' };
			case 'render':
				return this.#render();
			default:
				return phase satisfies never;
		}
	}

	#navigate(): ExchangeStepped {
		const { method, url } = this.request;
		this.#ports.say({ type: 'navigation.started', method, url, cause: this.cause }, 'navigate');
		return { type: 'navigate.done' };
	}

	#attachCookies(): ExchangeStepped {
		const { request, events } = this.#ports.attachCookies(this.request);
		this.#sayAll(events, 'attach-cookies');
		return { type: 'cookies.attached', request };
	}

	#receive(): ExchangeStepped {
		const opened = this.#ports.openRun(this.request);
		if ('bootError' in opened) {
			this.#bootError = opened.bootError;
			const { type, message } = opened.bootError;
			return { type: 'exchange.failed', reason: 'ServerNotRunning', message: `${type}: ${message}` };
		}
		if ('failure' in opened) return { type: 'exchange.failed', ...opened.failure };
		this.#run = opened.run;
		this.#process = opened.process ?? null;
		return this.#stepServer(opened.run);
	}

	#stepServer(run: RequestRun): ExchangeStepped {
		if (run.processEnded) return WORKER_ENDED;
		for (const event of run.step()) this.#ports.say(event, event.phase);
		if (run.next) return { type: `server.${run.next.phase}` };
		if (!run.response) throw new Error('A run that is over has a response');
		const { status } = run.response;
		this.#ports.say({ type: 'response.sent', status, bytes: wireSize(run.response) }, 'respond');
		if (this.#wireBroken) return { type: 'exchange.failed', ...LOST };
		return { type: 'server.answered', response: run.response };
	}

	#render(): ExchangeStepped {
		const response = this.#arrived();
		this.#redirect = redirectOf(this.request, response);
		if (this.#redirect) {
			const { status } = response;
			this.#ports.say({ type: 'redirect.followed', status, location: this.#redirect.url }, 'render');
		} else {
			this.#sayAll(this.#ports.render(this.request, response), 'render');
		}
		return { type: 'page.rendered' };
	}

	#openedRun(): RequestRun {
		if (!this.#run) throw new Error('The server has not received this request');
		return this.#run;
	}

	#arrived(): HttpResponse {
		if (!this.response) throw new Error('No response has arrived yet');
		return this.response;
	}

	#sayAll(events: readonly ExchangeEvent[], phase: Phase): void {
		for (const event of events) this.#ports.say(event, phase);
	}
}

const WHY: Readonly<Record<Cancellation, string>> = {
	Navigation: 'the tab went on to another page.',
	TabClosed: 'the tab was closed.',
	BrowserClosed: 'the browser was closed.'
};

const WORKER_ENDED: ExchangeStepped = {
	type: 'exchange.failed',
	reason: 'WorkerKilled',
	message: 'the connection was closed before an answer came.'
};

function givenUp(reason: Cancellation): ExchangeStepped {
	return { type: 'exchange.failed', reason: 'Cancelled', message: WHY[reason] };
}

const utf8 = new TextEncoder();

/** The size of a message on the wire, in bytes of UTF-8, start line and blank line included. */
function wireSize(message: HttpRequest | HttpResponse): number {
	const start =
		'status' in message
			? `HTTP/1.1 ${message.status} ${message.reason}`
			: `${message.method} ${message.url} HTTP/1.1`;
	const lines = [start, ...message.headers.map(([name, value]) => `${name}: ${value}`), '', message.body];
	return utf8.encode(lines.join('\r\n')).length;
}
