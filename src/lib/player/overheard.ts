import type { ExchangeView } from '../world/projection.ts';
import { headerValue, headerValues } from '../http/message.ts';

/** What somebody who can read the wire learns of an exchange. */
export interface Overheard {
	readonly id: number;
	/** http: everything can be read and changed. https: who is spoken to, and how much. */
	readonly readable: boolean;
	readonly line: string;
	/** Cookies that can be read, each as "Cookie: …" or "Set-Cookie: …". */
	readonly cookies: readonly string[];
}

/** What can be learnt on the wire, oldest first; only of requests that have been sent. */
export function overheard(exchanges: readonly ExchangeView[]): Overheard[] {
	return exchanges.flatMap((exchange): Overheard[] => {
		const { id, request, response } = exchange;
		if (!request || !exchange.events.some(({ type }) => type === 'request.sent')) return [];
		const { protocol, host } = new URL(request.url);
		if (protocol === 'https:') {
			const bytes = exchange.events.flatMap((event) =>
				event.type === 'request.sent' || event.type === 'response.sent' ? [event.bytes] : []
			);
			const line = `${host}: ${bytes.map((count) => `${count} bytes`).join(' there, ')}${bytes.length > 1 ? ' back' : ' there'}`;
			return [{ id, readable: false, line, cookies: [] }];
		}
		const cookie = headerValue(request.headers, 'Cookie');
		const cookies = [
			...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
			...headerValues(response?.headers ?? [], 'Set-Cookie').map((value) => `Set-Cookie: ${value}`)
		];
		return [{ id, readable: true, line: `${request.method} ${request.url}`, cookies }];
	});
}
