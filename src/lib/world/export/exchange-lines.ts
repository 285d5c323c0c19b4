import { headerValue, headerValues } from '../../http/message.ts';
import type { ExchangeView } from '../projection.ts';
import { pythonLines, pythonLiteral } from './python-literal.ts';

export interface ExchangeLook {
	/** Names of cookies whose value is another in each run. */
	readonly volatile: readonly string[];
	/** The page's text may be another in each run. */
	readonly randomPages: boolean;
	/** What the test client has been told to keep, by name. */
	readonly kept: Map<string, string>;
}

/** The lines that repeat an exchange and compare its response. */
export function exchangeLines(exchange: ExchangeView, look: ExchangeLook): string[] {
	const { request, response, profile } = exchange;
	if (!request) return [];
	const who = pythonLiteral(profile);
	const cookie = headerValue(request.headers, 'Cookie') ?? '';
	const puts = missing(cookie, look).map(
		([name, value]) => `self.put(${who}, ${pythonLiteral(name)}, ${pythonLiteral(value)})`
	);
	const told = [
		...(cookie === '' ? [] : [`cookie=${pythonLiteral(cookie)}`]),
		...(request.body === '' ? [] : [`body=${pythonLiteral(request.body)}`]),
		...headersOf(request.headers),
		...(refusedByCsrf(exchange) ? ['csrf=True'] : []),
		...(response && !exchange.failure ? recorded(exchange, look) : ['lost=True'])
	];
	const first = `${who}, ${pythonLiteral(request.method)}, ${pythonLiteral(request.url)}`;
	return [...puts, `self.ask(\n    ${[first, ...told].join(',\n    ')},\n)`];
}

/** Cookies that go along although no response of the project set them so. */
function missing(cookie: string, { kept, volatile }: ExchangeLook): [string, string][] {
	return cookie.split('; ').flatMap((pair): [string, string][] => {
		const at = pair.indexOf('=');
		const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
		if (at < 1 || kept.get(name) === value || (volatile.includes(name) && kept.has(name))) return [];
		kept.set(name, value);
		return [[name, value]];
	});
}

function headersOf(headers: readonly (readonly [string, string])[]): string[] {
	const sent = headers.filter(([name]) => !/^(?:host|cookie|content-length)$/i.test(name));
	return sent.length === 0 ? [] : [`headers=${pythonLiteral(Object.fromEntries(sent))}`];
}

/** The test client checks no CSRF token, unless it is told to. */
function refusedByCsrf({ events }: ExchangeView): boolean {
	return events.some(
		({ type, ...event }) =>
			type === 'middleware.answered' && String('name' in event && event.name).endsWith('CsrfViewMiddleware')
	);
}

function recorded({ response }: ExchangeView, { volatile, randomPages, kept }: ExchangeLook): string[] {
	if (!response) return [];
	const { status, headers, body } = response;
	const lines = headerValues(headers, 'Set-Cookie');
	for (const line of lines) keep(line, kept);
	const sets = lines.map((line) => withoutVolatile(line, volatile));
	const location = headerValue(headers, 'Location');
	const page = status < 400 && !randomPages ? withoutTokens(body) : null;
	return [
		`status=${status}`,
		...(sets.length === 0 ? [] : [`sets=${pythonLiteral(sets)}`]),
		...(location === undefined ? [] : [`location=${pythonLiteral(location)}`]),
		...(page === null ? [] : [`page=${pythonLines(page, '    ')}`])
	];
}

/** What the test client keeps of a Set-Cookie line: the value as it is written. */
function keep(line: string, kept: Map<string, string>): void {
	const [pair = ''] = line.split(';', 1);
	const at = pair.indexOf('=');
	kept.set(pair.slice(0, at), pair.slice(at + 1));
}

function withoutVolatile(line: string, volatile: readonly string[]): string {
	const name = line.slice(0, line.indexOf('='));
	return volatile.includes(name) ? line.replace(/=[^;]*/, '=*') : line;
}

function withoutTokens(page: string): string {
	return page.replace(/(name="csrfmiddlewaretoken" value=")[^"]*/g, '$1*');
}
