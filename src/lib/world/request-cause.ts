import type { BrowserEvent } from '../browser/events.ts';
import type { BrowserRequest, Cause, PageDocument, Submission } from '../browser/navigation/request.ts';
import type { Action } from './action.ts';
import type { SimulatedBrowser } from './simulated-browser.ts';

type Visit = Extract<Action, { type: 'visit' }>;
type Submit = Extract<Action, { type: 'submit' }>;

/** Why a browser asks, and whether the page that made it ask is one that is on show. */
export interface Asking {
	readonly cause: Cause;
	readonly known: boolean;
}

/** What a `visit` of an absolute address stands for. */
export function visitCause(action: Visit, url: string, browser: SimulatedBrowser): Asking {
	const tab = action.tab ?? browser.active;
	switch (action.cause ?? 'typed') {
		case 'typed':
			return { cause: { type: 'typed', url }, known: false };
		case 'link': {
			const { from, known } = source(action.from, url, browser);
			const noReferrer = action.noReferrer === true;
			return { cause: { type: 'link', url, from, ...(noReferrer && { noReferrer }) }, known };
		}
		case 'reload': {
			const entry = browser.entry(tab);
			return entry?.url === url && entry.method === 'GET'
				? { cause: { type: 'reload', entry }, known: true }
				: { cause: { type: 'typed', url }, known: false };
		}
	}
}

/** What a `submit` to an absolute address stands for. */
export function submitCause(action: Submit, url: string, browser: SimulatedBrowser): Asking {
	const { from, known } = source(action.from, url, browser);
	const data = new URLSearchParams(Object.entries(action.data ?? {})).toString();
	return { cause: { type: 'form', submission: submission(action.method ?? 'POST', url, data), from }, known };
}

/** A form's submission: with GET the data take the place of the query. */
export function submission(method: 'GET' | 'POST', url: string, data: string): Submission {
	if (method === 'POST') {
		return { method, url, body: data, contentType: 'application/x-www-form-urlencoded' };
	}
	const target = new URL(url);
	target.search = data;
	return { method, url: target.href, body: '', contentType: null };
}

/** How the events name a cause. */
export function causeName({ type }: Cause): Extract<BrowserEvent, { type: 'navigation.started' }>['cause'] {
	if (type === 'traverse') return 'history';
	return type === 'image' ? 'subresource' : type;
}

/** The request with the headers that this world lets travel: see `WorldStart.fullBrowser`. */
export function withAllowedHeaders(
	asked: BrowserRequest,
	{ known, full }: { known: boolean; full: boolean }
): BrowserRequest {
	const headers = asked.request.headers.filter(([name]) =>
		/^sec-fetch-/i.test(name) ? full : full || known || !/^(?:origin|referer)$/i.test(name)
	);
	return { ...asked, request: { ...asked.request, headers } };
}

/** The page that holds a link or form: that of the tab, or one of the same site of which nothing is known. */
function source(
	tab: number | undefined,
	url: string,
	browser: SimulatedBrowser
): { from: PageDocument; known: boolean } {
	const shown = tab === undefined ? null : browser.shown(tab);
	return shown
		? { from: shown.document, known: true }
		: { from: { url: `${new URL(url).origin}/` }, known: false };
}
