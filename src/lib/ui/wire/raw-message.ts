import type { Header, HttpRequest, HttpResponse } from '$lib/http/message.ts';
import type { ExchangeView } from '$lib/world/projection.ts';

export type Message = HttpRequest | HttpResponse;

/** A message as text, as it travels: first line, headers, an empty line, the body. */
export function rawMessage(message: Message): string {
	return [firstLine(message), ...message.headers.map(headerLine), '', message.body].join('\n');
}

export function firstLine(message: Message): string {
	if ('status' in message) return `HTTP/1.1 ${message.status} ${message.reason}`;
	const { pathname, search } = new URL(message.url);
	return `${message.method} ${pathname}${search} HTTP/1.1`;
}

/** The message of an exchange that is read: before cookies are attached the request is only a plan. */
export function messageOf(exchange: ExchangeView, kind: 'request' | 'response'): Message | null {
	return kind === 'request' ? exchange.request : exchange.response;
}

function headerLine([name, value]: Header): string {
	return `${name}: ${value}`;
}
