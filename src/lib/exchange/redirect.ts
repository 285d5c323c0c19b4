import { headerValue, type HttpRequest, type HttpResponse } from '../http/message.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface Redirect {
	readonly method: string;
	readonly url: string;
	/** The body goes along only when the method is kept (307, 308). */
	readonly keepsBody: boolean;
}

/**
 * Where a response sends the browser next, or `null`. 301, 302 and 303 turn any method into GET, as browsers do;
 * 307 and 308 keep method and body.
 */
export function redirectOf(request: HttpRequest, response: HttpResponse): Redirect | null {
	const location = headerValue(response.headers, 'Location');
	if (location === undefined || !REDIRECTS.has(response.status) || !URL.canParse(location, request.url)) {
		return null;
	}
	const url = new URL(location, request.url);
	url.hash = '';
	const keepsBody = response.status === 307 || response.status === 308;
	return { method: keepsBody ? request.method : 'GET', url: url.href, keepsBody };
}
