import { headerValue, type Header, type HttpRequest, type HttpResponse } from '../../http/message.ts';
import type { DocumentContext, RequestContext } from '../cookies/request-context.ts';
import { fetchMetadata, type FetchPurpose } from './fetch-metadata.ts';
import type { ReferrerPolicy } from '../../http/referrer-policy.ts';
import { referrerOf } from './referrer.ts';

/** A document on show, as far as the requests that it causes need it. */
export interface PageDocument extends DocumentContext {
	readonly referrerPolicy?: ReferrerPolicy;
}

/** What a form sends: of `formSubmission`. */
export interface Submission {
	readonly method: 'GET' | 'POST';
	readonly url: string;
	readonly body: string;
	readonly contentType: string | null;
}

/** What can be asked for again, by a reload or by going back: the request and who caused it. */
export interface HistoryEntry {
	readonly url: string;
	readonly method: 'GET' | 'POST';
	readonly body: string;
	readonly contentType: string | null;
	/** The document that led here; `null` when the address was typed. */
	readonly initiator: string | null;
	readonly referrer: string | null;
}

/** Which cookies a fetch may use: none, those of its own origin, or all. */
export type Credentials = 'omit' | 'same-origin' | 'include';

/** What makes a browser ask a server for something. */
export type Cause =
	| { readonly type: 'typed'; readonly url: string }
	/** A link, or a script that sets `location`. */
	| {
			readonly type: 'link';
			readonly url: string;
			readonly from: PageDocument;
			readonly noReferrer?: boolean;
	  }
	| { readonly type: 'form'; readonly submission: Submission; readonly from: PageDocument }
	/** The button of the browser: who caused the page is not forgotten. */
	| { readonly type: 'reload'; readonly entry: HistoryEntry }
	/** Back and forward. */
	| { readonly type: 'traverse'; readonly entry: HistoryEntry }
	| { readonly type: 'frame'; readonly url: string; readonly from: PageDocument }
	| { readonly type: 'image'; readonly url: string; readonly from: PageDocument }
	| {
			readonly type: 'fetch';
			readonly url: string;
			readonly from: PageDocument;
			readonly method?: string;
			readonly headers?: readonly Header[];
			readonly body?: string;
			/** Default "cors". */
			readonly mode?: 'cors' | 'no-cors';
			/** Default "same-origin". */
			readonly credentials?: Credentials;
	  };

/** A request that a browser is about to make, before cookies are attached. */
export interface BrowserRequest {
	readonly cause: Cause;
	readonly request: HttpRequest;
	/** For the jar. */
	readonly context: RequestContext;
	/** Whether cookies are sent and stored at all. */
	readonly withCookies: boolean;
	/** Addresses that redirected here, first to last. */
	readonly via: readonly string[];
}

/**
 * What a browser asks for, given what made it ask.
 * @throws RangeError when an address is not of http or https
 */
export function browserRequest(cause: Cause): BrowserRequest {
	const { method, url, body, headers } = line(cause);
	return hop(cause, { method, url: withoutFragment(url), headers, body }, []);
}

/**
 * The request that a redirect leads to; `null` when the response is none. 303 makes everything but HEAD a GET, 301 and
 * 302 make a POST a GET; 307 and 308 keep method and body (Fetch, "HTTP-redirect fetch").
 */
export function followRedirect(
	{ cause, request, via }: BrowserRequest,
	response: HttpResponse
): BrowserRequest | null {
	const location = headerValue(response.headers, 'Location');
	if (![301, 302, 303, 307, 308].includes(response.status)) return null;
	if (location === undefined || !URL.canParse(location, request.url)) return null;
	const url = withoutFragment(new URL(location, request.url).href);
	const becomesGet =
		response.status === 303
			? !['GET', 'HEAD'].includes(request.method)
			: response.status < 303 && request.method === 'POST';
	const { headers } = line(cause);
	const kept = becomesGet ? headers.filter(([name]) => !/^content-/i.test(name)) : headers;
	const next = becomesGet ? { method: 'GET', body: '' } : { method: request.method, body: request.body };
	return hop(cause, { ...next, url, headers: kept }, [...via, request.url]);
}

/** How an entry of the tab's history must be kept, once the response of a navigation is shown. */
export function historyEntry({ cause, request }: BrowserRequest): HistoryEntry {
	const { url, body } = request;
	const contentType = headerValue(request.headers, 'Content-Type') ?? null;
	const initiator = initiatorOf(cause);
	const referrer = headerValue(request.headers, 'Referer') ?? null;
	return { url, method: request.method === 'POST' ? 'POST' : 'GET', body, contentType, initiator, referrer };
}

/** Method, address, body and own headers of the first request of a cause. */
function line(cause: Cause): HttpRequest {
	switch (cause.type) {
		case 'typed':
		case 'link':
		case 'frame':
		case 'image':
			return { method: 'GET', url: cause.url, headers: [], body: '' };
		case 'form':
			return withBody(cause.submission);
		case 'reload':
		case 'traverse':
			return withBody(cause.entry);
		case 'fetch': {
			const { url, method = 'GET', headers = [], body = '' } = cause;
			const typed = body === '' || headerValue(headers, 'Content-Type') !== undefined;
			const own: readonly Header[] = typed
				? headers
				: [...headers, ['Content-Type', 'text/plain;charset=UTF-8']];
			return { method: method.toUpperCase(), url, headers: own, body };
		}
		default:
			return cause satisfies never;
	}
}

function withBody({ method, url, body, contentType }: Submission): HttpRequest {
	return { method, url, headers: contentType === null ? [] : [['Content-Type', contentType]], body };
}

/** One request of the chain: its headers and its context depend on where it goes. */
function hop(cause: Cause, request: HttpRequest, via: readonly string[]): BrowserRequest {
	const headers: readonly Header[] = [
		...request.headers,
		...originHeader(cause, request, via),
		...fetchMetadata(initiatorOf(cause), request.url, via, purposeOf(cause)),
		...refererHeader(cause, request.url)
	];
	return {
		cause,
		request: { ...request, headers },
		context: contextOf(cause, request, via),
		withCookies: usesCookies(cause, request.url, via),
		via
	};
}

function contextOf(cause: Cause, { method, url }: HttpRequest, via: readonly string[]): RequestContext {
	const hops = via.length > 0 ? { via } : {};
	switch (cause.type) {
		case 'typed':
			return { url, kind: 'navigate', ...hops };
		case 'link':
		case 'form':
		case 'reload':
		case 'traverse': {
			const initiator = initiatorOf(cause);
			const kind = method === 'POST' ? 'form-post' : 'navigate';
			return { url, kind, ...(initiator === null ? {} : { initiator }), ...hops };
		}
		case 'frame': {
			const { from } = cause;
			return { url, kind: 'frame', initiator: from.url, topLevel: from.topLevel ?? from.url, ...hops };
		}
		case 'image':
		case 'fetch': {
			const { url: initiator, topLevel } = cause.from;
			const top = topLevel === undefined ? {} : { topLevel };
			return { url, kind: 'subresource', method, initiator, ...top, ...hops };
		}
		default:
			return cause satisfies never;
	}
}

function initiatorOf(cause: Cause): string | null {
	if (cause.type === 'typed') return null;
	return 'entry' in cause ? cause.entry.initiator : cause.from.url;
}

/** With "same-origin" a fetch loses its cookies at the first hop to another origin, and does not get them back. */
function usesCookies(cause: Cause, url: string, via: readonly string[]): boolean {
	if (cause.type !== 'fetch') return true;
	const { credentials = 'same-origin', from } = cause;
	if (credentials !== 'same-origin') return credentials === 'include';
	return [...via, url].every((hop) => sameOrigin(hop, from.url));
}

/** Every POST and every cross-origin "cors" fetch says its origin; a redirect across origins makes it "null". */
function originHeader(cause: Cause, { method, url }: HttpRequest, via: readonly string[]): Header[] {
	const initiator = initiatorOf(cause);
	if (initiator === null) return [];
	const unsafe = method !== 'GET' && method !== 'HEAD';
	const cors = cause.type === 'fetch' && (cause.mode ?? 'cors') === 'cors';
	if (!unsafe && !(cors && ![...via, url].every((hop) => sameOrigin(hop, initiator)))) return [];
	const strayed = via.some((hop, at) => {
		const next = via[at + 1] ?? url;
		return !sameOrigin(hop, initiator) && !sameOrigin(hop, next);
	});
	return [['Origin', strayed ? 'null' : new URL(initiator).origin]];
}

function refererHeader(cause: Cause, url: string): Header[] {
	const referrer = 'entry' in cause ? cause.entry.referrer : referrerFor(cause, url);
	return referrer === null ? [] : [['Referer', referrer]];
}

function referrerFor(cause: Exclude<Cause, { type: 'reload' | 'traverse' }>, url: string): string | null {
	if (cause.type === 'typed' || (cause.type === 'link' && cause.noReferrer === true)) return null;
	return referrerOf(cause.from.url, url, cause.from.referrerPolicy);
}

function purposeOf(cause: Cause): FetchPurpose {
	switch (cause.type) {
		case 'fetch':
			return { mode: cause.mode ?? 'cors', destination: 'empty', byUser: false };
		case 'image':
			return { mode: 'no-cors', destination: 'image', byUser: false };
		case 'frame':
			return { mode: 'navigate', destination: 'iframe', byUser: false };
		default:
			return { mode: 'navigate', destination: 'document', byUser: cause.type !== 'traverse' };
	}
}

function sameOrigin(one: string, other: string): boolean {
	return new URL(one).origin === new URL(other).origin;
}

function withoutFragment(address: string): string {
	const url = new URL(address);
	url.hash = '';
	return url.href;
}
