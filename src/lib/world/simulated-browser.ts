import { CookieJar } from '../browser/cookies/jar.ts';
import type { RequestContext } from '../browser/cookies/request-context.ts';
import type { Cookie } from '../browser/cookies/cookie.ts';
import type { SendDecision, StoreDecision } from '../browser/cookies/decisions.ts';
import type { BrowserEvent } from '../browser/events.ts';
import type { ExchangeId } from '../exchange/events.ts';
import { headerValue, type HttpResponse } from '../http/message.ts';
import type { EpochMicros } from '../time/instant.ts';
import type { ProfileName } from './action.ts';
import type { PageView } from './projection.ts';

/** One profile with its jar, its address bar and the page on show. */
export class SimulatedBrowser {
	readonly name: ProfileName;
	readonly jar = new CookieJar();
	#url: string | null = null;
	#page: PageView | null = null;
	#blocked = false;

	constructor(name: ProfileName) {
		this.name = name;
	}

	get url(): string | null {
		return this.#url;
	}

	get page(): PageView | null {
		return this.#page;
	}

	get blocked(): boolean {
		return this.#blocked;
	}

	/** Blocks all cookies: none is stored, none is sent. Those in the jar stay. */
	blockCookies(blocked: boolean): void {
		this.#blocked = blocked;
		this.jar.preferences = { ...this.jar.preferences, blockAll: blocked };
	}

	/** Closes all windows: session cookies go, and so does the page. @returns the cookies that went */
	close(): readonly Cookie[] {
		this.#url = this.#page = null;
		return this.jar.closeBrowser();
	}

	/** The Cookie header for a request, and what was decided of each cookie. */
	attachCookies(
		context: RequestContext,
		now: EpochMicros
	): { header: string; events: readonly BrowserEvent[] } {
		const { header, decisions } = this.jar.cookiesFor(context, now);
		return { header, events: [...decisions.map(sendEvent), { type: 'cookies.attached', header }] };
	}

	/** Stores what a response sets; `date` is its Date header. */
	storeCookies(
		lines: readonly string[],
		context: RequestContext,
		date: string | undefined,
		now: EpochMicros
	): readonly BrowserEvent[] {
		const decisions = this.jar.receive(lines, date === undefined ? context : { ...context, date }, now);
		return decisions.flatMap(storeEvents);
	}

	/** Shows a response as the page. */
	render(url: string, response: HttpResponse, exchange: ExchangeId): BrowserEvent {
		const { status, body } = response;
		const contentType = headerValue(response.headers, 'Content-Type') ?? '';
		this.#url = url;
		this.#page = { status, contentType, body, exchange };
		const title = /<title[^>]*>([^<]*)<\/title>/i.exec(body)?.[1]?.trim() ?? '';
		return { type: 'page.rendered', url, title };
	}
}

function sendEvent(decision: SendDecision): BrowserEvent {
	return decision.outcome === 'sent'
		? { type: 'cookie.attached', decision }
		: { type: 'cookie.withheld', decision };
}

function storeEvents(decision: StoreDecision): BrowserEvent[] {
	switch (decision.outcome) {
		case 'stored':
			return [
				{ type: 'cookie.stored', decision },
				...decision.evicted.map((cookie) => ({ type: 'cookie.evicted' as const, cookie }))
			];
		case 'deleted':
			return [{ type: 'cookie.removed', decision }];
		case 'refused':
			return [{ type: 'cookie.refused', decision }];
		default:
			return decision satisfies never;
	}
}
