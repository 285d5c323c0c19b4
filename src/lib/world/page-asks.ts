import { leakAddress, pageResources, selfSentForm } from '../browser/navigation/page-content.ts';
import { browserRequest, type Cause } from '../browser/navigation/request.ts';
import { headerValue, type HttpResponse } from '../http/message.ts';
import type { Navigation } from './flights.ts';
import { submission } from './request-cause.ts';
import type { SimulatedBrowser } from './simulated-browser.ts';

/** A page that asks for pages that ask: after so many it stops. */
const MOST_GENERATIONS = 3;

/**
 * What a page asks for by itself once it is on show: what its named behaviours do (`data-crumb-leak`,
 * `data-crumb-send`), and, where the world's browsers do so, its images and frames.
 */
export function pageAsks(
	{ profile, tab, asked, generation }: Navigation,
	response: HttpResponse,
	browser: SimulatedBrowser,
	full: boolean
): readonly Navigation[] {
	const shown = browser.shown(tab);
	const navigated = !['fetch', 'image', 'frame'].includes(asked.cause.type);
	const isHtml = /^\s*text\/html/i.test(headerValue(response.headers, 'Content-Type') ?? '');
	if (!shown || !navigated || !isHtml || generation >= MOST_GENERATIONS) return [];
	const { document: from, page } = shown;
	const leak = leakAddress(page.body, page.documentCookie ?? '', shown.url);
	const form = selfSentForm(page.body, shown.url);
	const causes: Cause[] = [
		...(full ? pageResources(page.body, shown.url) : []).map(({ kind, url }) => ({ type: kind, url, from })),
		...(leak === null ? [] : [{ type: 'image' as const, url: leak, from }])
	];
	if (form) {
		const data = new URLSearchParams(Object.entries(form.data)).toString();
		causes.push({ type: 'form', submission: submission(form.method, form.url, data), from });
	}
	return causes.map((cause) => ({
		profile,
		tab,
		asked: browserRequest(cause),
		known: true,
		own: [],
		generation: generation + 1
	}));
}
