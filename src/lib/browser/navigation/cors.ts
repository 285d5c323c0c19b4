import { headerValue, type Header, type HttpResponse } from '../../http/message.ts';
import type { BrowserRequest } from './request.ts';

/** Why a script may not read what it fetched; the request itself was made. */
export type CorsFailure =
	'MissingAllowOrigin' | 'AllowOriginMismatch' | 'WildcardWithCredentials' | 'MissingAllowCredentials';

const SIMPLE_METHODS = new Set(['GET', 'HEAD', 'POST']);
const SIMPLE_HEADERS = new Set(['accept', 'accept-language', 'content-language', 'content-type', 'range']);
const SIMPLE_TYPES = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/** Whether a browser asks with OPTIONS first: another origin, and a method, header or type that no form can send. */
export function needsPreflight({ cause, request }: BrowserRequest): boolean {
	if (cause.type !== 'fetch' || (cause.mode ?? 'cors') !== 'cors') return false;
	if (new URL(request.url).origin === new URL(cause.from.url).origin) return false;
	return !SIMPLE_METHODS.has(request.method) || !(cause.headers ?? []).every(isSimple);
}

/** Why a script may not read the answer of its fetch (Fetch, "CORS check"); `null`: it may. */
export function corsFailure(
	{ cause, request, via }: BrowserRequest,
	response: HttpResponse
): CorsFailure | null {
	if (cause.type !== 'fetch' || (cause.mode ?? 'cors') !== 'cors') return null;
	const origin = headerValue(request.headers, 'Origin') ?? new URL(cause.from.url).origin;
	const hops = [...via, request.url].map((hop) => new URL(hop).origin);
	if (hops.every((hop) => hop === new URL(cause.from.url).origin)) return null;
	const allowed = headerValue(response.headers, 'Access-Control-Allow-Origin');
	const include = cause.credentials === 'include';
	if (allowed === undefined) return 'MissingAllowOrigin';
	if (allowed === '*') return include ? 'WildcardWithCredentials' : null;
	if (allowed !== origin) return 'AllowOriginMismatch';
	if (!include) return null;
	const credentials = headerValue(response.headers, 'Access-Control-Allow-Credentials');
	return credentials === 'true' ? null : 'MissingAllowCredentials';
}

function isSimple([name, value]: Header): boolean {
	const lower = name.toLowerCase();
	if (!SIMPLE_HEADERS.has(lower)) return false;
	return lower !== 'content-type' || SIMPLE_TYPES.has(value.split(';')[0]?.trim().toLowerCase() ?? '');
}
