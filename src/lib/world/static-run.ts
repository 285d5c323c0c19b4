import type { PhasedServerEvent, RequestRun, ServerPosition } from '../django/server.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import type { StaticPage } from './scenario.ts';

const REASONS: Readonly<Record<number, string>> = {
	200: 'OK',
	204: 'No Content',
	301: 'Moved Permanently',
	302: 'Found',
	303: 'See Other',
	307: 'Temporary Redirect',
	308: 'Permanent Redirect',
	404: 'Not Found'
};

const MISSING: StaticPage = {
	status: 404,
	body: '<title>Not found</title><p>This site has no such page.</p>'
};

/** A request at a site of static pages: it is received, and the page of its path leaves. Query and method do not matter. */
export class StaticRun implements RequestRun {
	readonly error = null;
	readonly processEnded = false;
	#next: ServerPosition | null = { phase: 'receive' };
	#response: HttpResponse | null = null;
	readonly #request: HttpRequest;
	readonly #pages: Readonly<Record<string, StaticPage>>;

	constructor(request: HttpRequest, pages: Readonly<Record<string, StaticPage>>) {
		this.#request = request;
		this.#pages = pages;
	}

	get next(): ServerPosition | null {
		return this.#next;
	}

	get response(): HttpResponse | null {
		return this.#response;
	}

	heldSession(): null {
		return null;
	}

	step(): readonly PhasedServerEvent[] {
		const { pathname, search } = new URL(this.#request.url);
		if (this.#next?.phase === 'receive') {
			this.#next = { phase: 'respond' };
			const { method } = this.#request;
			return [{ type: 'request.received', method, path: pathname + search, phase: 'receive' }];
		}
		this.#next = null;
		this.#response = respond(this.#pages[pathname] ?? MISSING);
		return [];
	}
}

function respond({ status = 200, headers = [], body }: StaticPage): HttpResponse {
	const typed = headers.some(([name]) => name.toLowerCase() === 'content-type');
	return {
		status,
		reason: REASONS[status] ?? '',
		headers: [...(typed ? [] : [['Content-Type', 'text/html; charset=utf-8'] as const]), ...headers],
		body
	};
}
