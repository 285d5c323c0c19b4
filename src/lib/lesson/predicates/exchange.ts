import { theBrowser } from '../../explain/text.ts';
import { headerValue, headerValues } from '../../http/message.ts';
import type { ExchangeView } from '../../world/projection.ts';
import { endedExchanges, type Scene, type Verdict } from '../scene.ts';
import type { ArgsOf } from '../schema/predicate.ts';
import { counted, inWindow, oftenEnough, sayOften, sayWindow } from './how-often.ts';

type Args = ArgsOf<'exchange'>;

/** So many exchanges were like this. */
export function judgeExchange(args: Args, scene: Scene): Verdict {
	const ended = endedExchanges(scene);
	const found = ended.filter((exchange) => fits(exchange, args, scene)).length;
	const last = ended.at(-1);
	const several = new Set(ended.map(({ profile }) => profile)).size > 1;
	return {
		holds: oftenEnough(found, args),
		expected: [sayOften(args, 'request'), ...wishes(args)].join(', ') + sayWindow(args),
		actual: last
			? `${counted(found, 'such request')}; the last was ${sayExchange(last, several)}`
			: 'no request yet',
		...(last && { seen: sayExchange(last, several) })
	};
}

function fits(exchange: ExchangeView, args: Args, { projection }: Scene): boolean {
	const { request, response } = exchange;
	const sent = (headerValue(request?.headers ?? [], 'Cookie') ?? '').split('; ');
	const set = headerValues(response?.headers ?? [], 'Set-Cookie').map((line) => line.split('; ', 1)[0] ?? '');
	const at = exchange.events[0]?.at ?? projection.now;
	return (
		(args.browser === undefined || exchange.profile === args.browser) &&
		(args.method === undefined || exchange.method === args.method) &&
		(args.path === undefined || pathOf(exchange.url) === args.path) &&
		(args.status === undefined || response?.status === args.status) &&
		(args.says === undefined || (response?.body ?? '').includes(args.says)) &&
		(args.error === undefined || exchange.error?.type === args.error) &&
		(args.sends ?? []).every((wish) => hasCookie(sent, wish)) &&
		!(args.withholds ?? []).some((wish) => hasCookie(sent, wish)) &&
		(args.sets ?? []).every((wish) => hasCookie(set, wish)) &&
		!(args.setsNot ?? []).some((wish) => hasCookie(set, wish)) &&
		inWindow(at, projection.start, args)
	);
}

function wishes(args: Args): string[] {
	const names = (words: string, list: readonly string[] = []) =>
		list.length ? `${words} ${list.join(', ')}` : '';
	return [
		args.browser === undefined ? '' : `from ${theBrowser(args.browser)}`,
		args.method === undefined ? '' : args.method,
		args.path === undefined ? '' : `for ${args.path}`,
		args.status === undefined ? '' : `answered with ${args.status}`,
		args.says === undefined ? '' : `saying “${args.says}”`,
		args.error === undefined ? '' : `that fails with ${args.error}`,
		names('carrying the cookie', args.sends),
		names('without the cookie', args.withholds),
		names('answered with Set-Cookie for', args.sets),
		names('answered without Set-Cookie for', args.setsNot)
	].filter(Boolean);
}

/** Says from which browser only where there are several. */
function sayExchange({ method, url, profile, response, error }: ExchangeView, several: boolean): string {
	const end = error ? `${error.type}: ${error.message}` : (response?.status ?? 'no answer');
	return `${method} ${pathOf(url)}${several ? ` from ${theBrowser(profile)}` : ''}: ${end}`;
}

function pathOf(url: string): string {
	const { pathname, search } = new URL(url);
	return pathname + search;
}

/** A wish is a cookie's name, or name and value: `visits`, `visits=4`. */
function hasCookie(pairs: readonly string[], wish: string): boolean {
	return pairs.some((pair) => pair === wish || pair.split('=', 1)[0] === wish);
}
