import type { ExchangeView } from '$lib/world/projection.ts';

export type Mark = 'to-come' | 'next' | 'now' | 'passed' | 'skipped';

/** One layer of the onion: how the request went in, and the response out. */
export interface OnionLayer {
	/** The dotted path. */
	readonly path: string;
	/** "Session" of SessionMiddleware. */
	readonly name: string;
	readonly in: Mark;
	readonly out: Mark;
}

/** The layers of the middleware chain, outermost first, with where an exchange is in them. */
export function onionLayers(middleware: readonly string[], exchange: ExchangeView | null): OnionLayer[] {
	const entered = namesOf(exchange, 'middleware.entered');
	const left = namesOf(exchange, 'middleware.left');
	const turned =
		exchange?.events.some(({ phase }) => phase === 'middleware-out' || phase === 'respond') ?? false;
	return middleware.map((path) => ({
		path,
		name: shortName(path),
		in: mark(path, 'middleware-in', entered, turned, exchange),
		out: mark(path, 'middleware-out', left, exchange !== null && exchange.response !== null, exchange)
	}));
}

/** The class of a middleware without the word that all of them have. */
export function shortName(path: string): string {
	const name = path.split('.').at(-1) ?? path;
	return name.replace(/(?:View)?Middleware$/, '') || name;
}

function mark(
	path: string,
	phase: 'middleware-in' | 'middleware-out',
	passed: ReadonlySet<string>,
	over: boolean,
	exchange: ExchangeView | null
): Mark {
	if (exchange?.next && exchange.done?.phase === phase && exchange.done.middleware === path) return 'now';
	if (passed.has(path)) return 'passed';
	if (exchange?.next?.phase === phase && exchange.next.middleware === path) return 'next';
	return over ? 'skipped' : 'to-come';
}

function namesOf(exchange: ExchangeView | null, type: 'middleware.entered' | 'middleware.left'): Set<string> {
	const names = exchange?.events.flatMap((event) => (event.type === type ? [event.name] : []));
	return new Set(names);
}
