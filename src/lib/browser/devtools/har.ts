import {
	headerValue,
	headerValues,
	type Header,
	type HttpRequest,
	type HttpResponse
} from '../../http/message.ts';
import { formatInstant, type EpochMicros } from '../../time/instant.ts';
import { serializeCookie } from '../cookies/serialize-cookie.ts';
import { parseSetCookie } from '../cookies/parse-set-cookie.ts';

/** One exchange for the archive; times are those of the virtual clock. */
export interface HarExchange {
	readonly request: HttpRequest;
	readonly response: HttpResponse | null;
	/** When the request began, and when its answer had come. */
	readonly started: EpochMicros;
	readonly ended: EpochMicros;
}

/** Names the program that wrote the archive. */
export interface HarCreator {
	readonly name: string;
	readonly version: string;
}

/**
 * The exchanges as an HTTP Archive 1.2, the form that Chrome's Network panel exports: plain JSON. A request without
 * an answer has status 0, as in Chrome.
 */
export function toHar(exchanges: readonly HarExchange[], creator: HarCreator) {
	return { log: { version: '1.2', creator, pages: [], entries: exchanges.map(harEntry) } };
}

function harEntry({ request, response, started, ended }: HarExchange) {
	const time = (ended - started) / 1000;
	return {
		startedDateTime: `${formatInstant(started).slice(0, 23)}Z`,
		time,
		request: harRequest(request),
		response: response ? harResponse(response) : NO_RESPONSE,
		cache: {},
		timings: { send: 0, wait: time, receive: 0 }
	};
}

function harRequest({ method, url, headers, body }: HttpRequest) {
	const query = [...new URL(url).searchParams].map(([name, value]) => ({ name, value }));
	return {
		method,
		url,
		httpVersion: 'HTTP/1.1',
		cookies: requestCookies(headerValue(headers, 'Cookie') ?? ''),
		headers: named(headers),
		queryString: query,
		headersSize: -1,
		bodySize: bytes(body),
		...(body !== '' && { postData: postData(headers, body) })
	};
}

function harResponse({ status, reason, headers, body }: HttpResponse) {
	const size = bytes(body);
	return {
		status,
		statusText: reason,
		httpVersion: 'HTTP/1.1',
		cookies: headerValues(headers, 'Set-Cookie').flatMap(responseCookie),
		headers: named(headers),
		content: { size, mimeType: headerValue(headers, 'Content-Type') ?? '', text: body },
		redirectURL: headerValue(headers, 'Location') ?? '',
		headersSize: -1,
		bodySize: size
	};
}

const NO_RESPONSE = {
	status: 0,
	statusText: '',
	httpVersion: '',
	cookies: [],
	headers: [],
	content: { size: 0, mimeType: '' },
	redirectURL: '',
	headersSize: -1,
	bodySize: -1
};

function requestCookies(header: string) {
	if (header === '') return [];
	return header.split('; ').map((pair) => {
		const equals = pair.indexOf('=');
		return equals < 0
			? { name: '', value: pair }
			: { name: pair.slice(0, equals), value: pair.slice(equals + 1) };
	});
}

function responseCookie(line: string) {
	const result = parseSetCookie(line);
	if (!('parsed' in result)) return [];
	const { name, value, attributes } = result.parsed;
	const { path, domain, secure, httpOnly } = attributes;
	const comment = serializeCookie({ name, value }) === line ? {} : { comment: line };
	return [{ name, value, ...(path && { path }), ...(domain && { domain }), httpOnly, secure, ...comment }];
}

function postData(headers: readonly Header[], body: string) {
	const mimeType = headerValue(headers, 'Content-Type') ?? '';
	const isForm = mimeType.startsWith('application/x-www-form-urlencoded');
	const params = isForm ? [...new URLSearchParams(body)].map(([name, value]) => ({ name, value })) : [];
	return { mimeType, text: body, params };
}

function named(headers: readonly Header[]) {
	return headers.map(([name, value]) => ({ name, value }));
}

function bytes(text: string): number {
	return new TextEncoder().encode(text).length;
}
