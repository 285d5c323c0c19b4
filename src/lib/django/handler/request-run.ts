import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import { headerValue } from '../../http/message.ts';
import type { PythonError, ServerEvent, SourceLine } from '../events.ts';
import { HOSTED } from '../middleware/hosted.ts';
import type { Ref, Site } from '../middleware/middleware.ts';
import type { ServerPhase } from '../phases.ts';
import type { HeldSession, PhasedServerEvent, RequestRun, ServerPosition } from '../server.ts';
import type { Layer } from './application.ts';
import { responseForException, type Caught } from './exceptions.ts';

/** What a run needs of the process that it runs in. */
export interface RunSite extends Site {
	readonly layers: readonly Layer[];
	/** The process has ended. */
	readonly ended: boolean;
	/** Sends events to this run's trace until the next call. */
	listen(listener: (event: ServerEvent) => void): void;
	/** The Python exception in what was thrown, or `null` when it is none. */
	caught(thrown: unknown): Caught | null;
	/** Lets this run answer Python's calls of `get_response`. */
	answerInner(inner: ((index: number) => Ref) | null): void;
	/** The response has left: Python need not hold what belongs to this run any more. */
	left(): void;
}

/**
 * A request inside the server. The layers are nested as Django nests them, written as generators that pause before
 * each sub-step: what is paused is a real call, and an exception flies through the same frames as in Django.
 */
export class DjangoRun implements RequestRun {
	#next: ServerPosition | null = { phase: 'receive' };
	#response: HttpResponse | null = null;
	#error: PythonError | null = null;
	#phase: ServerPhase = 'receive';
	#events: PhasedServerEvent[] = [];
	readonly #site: RunSite;
	readonly #request: HttpRequest;
	readonly #steps: Generator<ServerPosition, Ref>;
	#requestRef: Ref = 0;

	constructor(site: RunSite, request: HttpRequest) {
		this.#site = site;
		this.#request = request;
		this.#steps = this.#handle();
	}

	get next(): ServerPosition | null {
		return this.#next;
	}

	get response(): HttpResponse | null {
		return this.#response;
	}

	get error(): PythonError | null {
		return this.#error;
	}

	get processEnded(): boolean {
		return this.#site.ended;
	}

	heldSession(): HeldSession | null {
		if (this.#requestRef === 0 || this.#response || this.#site.ended) return null;
		const told = this.#site.python('held_session', this.#requestRef) as string | undefined;
		if (told === undefined) return null;
		const [key, data, modified] = JSON.parse(told) as [string | null, string | null, boolean];
		return { key, data, modified };
	}

	step(): readonly PhasedServerEvent[] {
		if (!this.#next) return [];
		const site = this.#site;
		site.listen((event) => this.#events.push({ ...event, phase: this.#phase }));
		site.answerInner((index) => this.#drain(this.#guarded(this.#after(index))));
		this.#phase = this.#next.phase;
		try {
			if (this.#next.phase === 'respond') this.#respond();
			else this.#advance();
		} finally {
			site.answerInner(null);
		}
		const events = this.#events;
		this.#events = [];
		return events;
	}

	#finished: Ref | null = null;

	#advance(): void {
		const { value, done } = this.#steps.next();
		if (done) this.#finished = value;
		this.#next = done ? { phase: 'respond' } : value;
	}

	/** Runs a generator through without pausing; the phases of its events follow its pauses. */
	#drain(steps: Generator<ServerPosition, Ref>): Ref {
		const outer = this.#phase;
		for (;;) {
			const { value, done } = steps.next();
			if (done) {
				this.#phase = outer;
				return value;
			}
			this.#phase = value.phase;
		}
	}

	/** The position in the list of layers behind the one at a place in `MIDDLEWARE`. */
	#after(index: number): number {
		return this.#site.layers.findIndex((layer) => layer.index === index) + 1;
	}

	*#handle(): Generator<ServerPosition, Ref> {
		const { method, url } = this.#request;
		const { pathname, search } = new URL(url);
		this.#site.say({ type: 'request.received', method, path: pathname + search });
		const environ = JSON.stringify(environOf(this.#request));
		this.#requestRef = this.#site.python('open_request', environ, this.#request.body) as Ref;
		const response = yield* this.#guarded(0);
		if (response === 0) return this.#answerNothing();
		return response;
	}

	/** The outermost middleware returned None: nothing in Django catches that, the WSGI server answers. */
	#answerNothing(): Ref {
		try {
			return this.#site.python('answer_nothing') as Ref;
		} catch (thrown) {
			const caught = this.#site.caught(thrown);
			if (!caught) throw thrown;
			this.#error = caught.error;
			return this.#site.python('server_error') as Ref;
		}
	}

	#logged = false;

	#log(status: number, reason: string): void {
		const path = new URL(this.#request.url).pathname;
		const level = status >= 500 ? 'ERROR' : 'WARNING';
		this.#site.say({ type: 'log.written', logger: 'django.request', level, message: `${reason}: ${path}` });
	}

	/** `convert_exception_to_response`: whatever is raised inside becomes a response here. */
	*#guarded(position: number): Generator<ServerPosition, Ref> {
		try {
			return yield* this.#layer(position);
		} catch (thrown) {
			const caught = this.#site.caught(thrown);
			if (!caught) throw thrown;
			const answer = responseForException(this.#site, this.#requestRef, caught);
			if (answer.uncaught) this.#error = caught.error;
			this.#logged ||= answer.logged;
			return answer.response;
		}
	}

	*#layer(position: number): Generator<ServerPosition, Ref> {
		const layer = this.#site.layers[position];
		if (!layer) return yield* this.#view();
		const { path, index, way } = layer;
		yield { phase: 'middleware-in', middleware: path };
		this.#site.say({ type: 'middleware.entered', name: path });
		if (way === 'whole') {
			const response = this.#site.python('middleware_call', index, this.#requestRef) as Ref;
			this.#site.say({ type: 'middleware.left', name: path });
			return response;
		}
		let response = this.#processRequest(layer);
		if (response === null) response = yield* this.#guarded(position + 1);
		else this.#sayAnswered(path, response);
		yield { phase: 'middleware-out', middleware: path };
		response = this.#processResponse(layer, response);
		this.#site.say({ type: 'middleware.left', name: path });
		return response;
	}

	#sayAnswered(name: string, response: Ref): void {
		const status = this.#site.python('status', response) as number;
		const reason = this.#site.python('reason', response) as string;
		this.#site.say({ type: 'middleware.answered', name, status, reason });
	}

	#processRequest({ path, index, way, hooks }: Layer): Ref | null {
		if (way === 'hosted') return HOSTED[path]?.processRequest?.(this.#site, this.#requestRef) ?? null;
		if (!hooks.request) return null;
		return (this.#site.python('middleware_request', index, this.#requestRef) as Ref | undefined) ?? null;
	}

	#processResponse({ path, index, way, hooks }: Layer, response: Ref): Ref {
		if (way === 'hosted') {
			return HOSTED[path]?.processResponse?.(this.#site, this.#requestRef, response) ?? response;
		}
		if (!hooks.response) return response;
		return this.#site.python('middleware_response', index, this.#requestRef, response) as Ref;
	}

	/** `_get_response`: find the view, run it, render what it answers. */
	/** The view's response is a template that is still to be rendered. */
	#rendersLater = false;

	*#view(): Generator<ServerPosition, Ref> {
		yield { phase: 'route' };
		const route = this.#route();
		yield { phase: 'view' };
		let response = this.#viewHooks();
		if (response === null) response = this.#callView(route);
		else this.#look(this.#site.python('look', response));
		if (this.#rendersLater) response = this.#render(response);
		return response;
	}

	#route(): { view: string; source: SourceLine | null } {
		const { pathname } = new URL(this.#request.url);
		try {
			const answer = this.#site.python('resolve', this.#requestRef) as string;
			const [pattern, view, where] = JSON.parse(answer) as [string, string, [string, number] | null];
			const source = where && { path: where[0], line: where[1] };
			this.#site.say({ type: 'route.matched', pattern, view, ...(source && { source }) });
			return { view, source };
		} catch (thrown) {
			if (this.#site.caught(thrown)?.error.type === 'Resolver404') {
				const tried = JSON.parse(this.#site.python('tried_patterns') as string) as string[];
				this.#site.say({ type: 'route.missed', path: pathname, tried });
			}
			throw thrown;
		}
	}

	#viewHooks(): Ref | null {
		for (const { path, index, way, hooks } of this.#site.layers) {
			const answer =
				way === 'hosted'
					? HOSTED[path]?.processView?.(this.#site, this.#requestRef)
					: hooks.view
						? (this.#site.python('middleware_view', index, this.#requestRef) as Ref | undefined)
						: null;
			if (typeof answer === 'number') {
				this.#sayAnswered(path, answer);
				return answer;
			}
		}
		return null;
	}

	#callView({ view, source }: { view: string; source: SourceLine | null }): Ref {
		this.#site.say({ type: 'view.started', view, ...(source && { source }) });
		return this.#withExceptionHooks(() => {
			const { response, status } = this.#look(this.#site.python('call_view', this.#requestRef));
			this.#site.say({ type: 'view.returned', status });
			return response;
		});
	}

	/** A response as Python tells it: "number status", and " later" for one that is still to be rendered. */
	#look(told: unknown): { response: Ref; status: number } {
		const [response, status, later] = String(told).split(' ');
		this.#rendersLater = later !== undefined;
		return { response: Number(response), status: Number(status) };
	}

	#render(response: Ref): Ref {
		let rendered = response;
		for (const { index, hooks, way } of this.#site.layers.toReversed()) {
			if (way === 'hosted' || !hooks.templateResponse) continue;
			const args = [index, this.#requestRef, rendered] as const;
			rendered = this.#site.python('middleware_template_response', ...args) as Ref;
		}
		return this.#withExceptionHooks(() => this.#site.python('render_response', rendered) as Ref);
	}

	/** `process_exception` of the layers, innermost first, may answer for the view. */
	#withExceptionHooks(work: () => Ref): Ref {
		try {
			return work();
		} catch (thrown) {
			const caught = this.#site.caught(thrown);
			if (!caught) throw thrown;
			this.#site.say({ type: 'view.raised', error: caught.error });
			for (const { index, hooks, way } of this.#site.layers.toReversed()) {
				if (way === 'hosted' || !hooks.exception) continue;
				const answer = this.#site.python('middleware_exception', index, this.#requestRef, caught.id);
				if (typeof answer === 'number') return answer;
			}
			throw thrown;
		}
	}

	#respond(): void {
		const response = this.#finished;
		if (response === null) throw new Error('The layers have not finished');
		const told = this.#site.python('finish', this.#requestRef, response) as string;
		const [status, reason, headers, cookies, body] = JSON.parse(told) as Finished;
		if (status >= 400 && !this.#logged) this.#log(status, reason);
		for (const [name, header, line] of cookies) {
			const by = line && { path: line[0], line: line[1] };
			this.#site.say({
				type: 'response.cookie-set',
				name,
				header,
				source: this.#cookieSource(name, by),
				deletes: /; Max-Age=0(?:;|$)/i.test(header),
				...(by && { by })
			});
		}
		this.#site.say({ type: 'response.ready', status, reason });
		const all = [...headers, ...cookies.map(([, header]) => ['Set-Cookie', header] as const)];
		this.#response = { status, reason, headers: all, body };
		this.#next = null;
		this.#site.left();
	}

	#cookieSource(name: string, by: SourceLine | null): string {
		if (by) return 'view';
		if (name === this.#site.setting('SESSION_COOKIE_NAME')) {
			return 'django.contrib.sessions.middleware.SessionMiddleware';
		}
		return name === this.#site.setting('CSRF_COOKIE_NAME')
			? 'django.middleware.csrf.CsrfViewMiddleware'
			: 'django';
	}
}

type Finished = [
	status: number,
	reason: string,
	headers: [string, string][],
	cookies: [name: string, header: string, line: [string, number] | null][],
	body: string
];

/** The WSGI environ of a request, as a server in front of Django makes it. */
function environOf({ method, url, headers, body }: HttpRequest): Record<string, string> {
	const { protocol, hostname, port, host, pathname, search } = new URL(url);
	const secure = protocol === 'https:';
	const environ: Record<string, string> = {
		REQUEST_METHOD: method,
		SCRIPT_NAME: '',
		PATH_INFO: decodePath(pathname),
		QUERY_STRING: search.slice(1),
		SERVER_NAME: hostname,
		SERVER_PORT: port || (secure ? '443' : '80'),
		SERVER_PROTOCOL: 'HTTP/1.1',
		REMOTE_ADDR: '127.0.0.1',
		HTTP_HOST: host,
		'wsgi.url_scheme': secure ? 'https' : 'http',
		CONTENT_LENGTH: String(new TextEncoder().encode(body).length)
	};
	const type = headerValue(headers, 'Content-Type');
	if (type !== undefined) environ.CONTENT_TYPE = type;
	for (const [name, value] of headers) {
		if (/^content-(?:type|length)$/i.test(name)) continue;
		environ[`HTTP_${name.toUpperCase().replaceAll('-', '_')}`] = value;
	}
	return environ;
}

function decodePath(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
