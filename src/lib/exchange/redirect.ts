import { headerValue, type HttpRequest, type HttpResponse } from '../http/message.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface Redirect {
	readonly method: string;
	readonly url: string;
	/** The body goes along only when the method is kept. */
	readonly keepsBody: boolean;
}

/**
 * Where a response sends the browser next, or `null`. 303 makes every method but HEAD a GET, 301 and 302 make POST a
 * GET; everything else keeps method and body (Fetch, "HTTP-redirect fetch").
 */
export function redirectOf(request: HttpRequest, response: HttpResponse): Redirect | null {
	const location = headerValue(response.headers, 'Location');
	if (location === undefined || !REDIRECTS.has(response.status) || !URL.canParse(location, request.url)) {
		return null;
	}
	const url = new URL(location, request.url);
	url.hash = '';
	const keepsBody = !becomesGet(request.method, response.status);
	return { method: keepsBody ? request.method : 'GET', url: url.href, keepsBody };
}

function becomesGet(method: string, status: number): boolean {
	if (status === 303) return method !== 'GET' && method !== 'HEAD';
	return status < 303 && method === 'POST';
}
