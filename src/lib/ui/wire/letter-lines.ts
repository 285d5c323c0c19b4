import { pathOf } from '$lib/player/format.ts';
import type { Header } from '$lib/http/message.ts';
import type { ExchangeView } from '$lib/world/projection.ts';

/** A stretch of a header's value; `traced`: a cookie's value, which turns up elsewhere too. */
export interface HeaderPart {
	readonly text: string;
	readonly traced?: string;
}

/** What the envelope shows of a message: its first line, the lines that matter here, and how many more there are. */
export interface Letter {
	readonly first: string;
	readonly telling: readonly {
		readonly name: string;
		readonly value: string;
		readonly parts: readonly HeaderPart[];
	}[];
	readonly more: number;
}

const TELLING = ['cookie', 'set-cookie', 'location'];

export function letterLines(kind: 'request' | 'response', exchange: ExchangeView): Letter {
	const message = kind === 'request' ? exchange.request : exchange.response;
	const headers = message?.headers ?? [];
	const telling = headers.filter(([name]) => TELLING.includes(name.toLowerCase()));
	return {
		first: kind === 'request' ? `${exchange.method} ${pathOf(exchange.url)}` : statusLine(exchange),
		telling: telling.map(([name, value]) => ({ name, value, parts: headerParts(name, value) })),
		more: headers.length - telling.length
	};
}

function statusLine({ response }: ExchangeView): string {
	return response ? `${response.status} ${response.reason}` : '…';
}

/** Cuts the values of cookies out of a Cookie or Set-Cookie header. */
export function headerParts(...[name, value]: Header): HeaderPart[] {
	if (!/^(?:set-)?cookie$/i.test(name)) return [{ text: value }];
	const pairs = /^cookie$/i.test(name) ? value.split('; ') : [value.split(';', 1)[0] ?? ''];
	const rest = /^cookie$/i.test(name) ? '' : value.slice(pairs[0]?.length ?? 0);
	const parts = pairs.flatMap((pair, index): HeaderPart[] => {
		const at = pair.indexOf('=');
		const cookie = pair.slice(at + 1);
		const lead = (index > 0 ? '; ' : '') + pair.slice(0, at + 1);
		return cookie === '' ? [{ text: lead }] : [{ text: lead }, { text: cookie, traced: cookie }];
	});
	return rest === '' ? parts : [...parts, { text: rest }];
}
