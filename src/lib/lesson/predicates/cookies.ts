import { theBrowser } from '../../explain/text.ts';
import type { Cookie } from '../../browser/cookies/cookie.ts';
import { formatInstant } from '../../time/instant.ts';
import { FIRST_BROWSER } from '../first-browser.ts';
import type { Scene, Verdict } from '../scene.ts';
import type { ArgsOf } from '../schema/predicate.ts';
import { counted, oftenEnough, sayOften } from './how-often.ts';

/** The cookies of a profile; none before its first use. */
export function jarOf({ projection }: Scene, browser = FIRST_BROWSER): readonly Cookie[] {
	return projection.profiles.find(({ name }) => name === browser)?.cookies ?? [];
}

/** A cookie of a name with all the wanted attributes is in the jar, or none is. */
export function judgeCookie(args: ArgsOf<'cookie'>, scene: Scene): Verdict {
	const named = jarOf(scene, args.browser).filter(({ name }) => name === args.name);
	const fitting = named.filter((cookie) => fits(cookie, args));
	const present = args.present ?? true;
	const wanted = [`cookie ${args.name}`, ...wishes(args)].join(', ');
	return {
		holds: fitting.length > 0 === present,
		expected: `${present ? '' : 'no '}${wanted}${place(args.browser)}`,
		actual: named.length ? named.map(sayCookie).join('; ') : `no cookie ${args.name}${place(args.browser)}`
	};
}

/** The jar has exactly these names, or so many cookies. */
export function judgeCookies(args: ArgsOf<'cookies'>, scene: Scene): Verdict {
	const names = jarOf(scene, args.browser).map(({ name }) => name);
	const actual = names.length ? `${counted(names.length, 'cookie')}: ${names.join(', ')}` : 'an empty jar';
	if (args.names) {
		const holds = [...names].sort().join('\n') === [...args.names].sort().join('\n');
		const expected = args.names.length ? `only ${args.names.join(', ')} in the jar` : 'an empty jar';
		return { holds, expected, actual };
	}
	return { holds: oftenEnough(names.length, args), expected: sayOften(args, 'cookie'), actual };
}

function fits(cookie: Cookie, args: ArgsOf<'cookie'>): boolean {
	return (
		(args.value === undefined || cookie.value === String(args.value)) &&
		(args.endsWithBrowser === undefined || (cookie.expires === null) === args.endsWithBrowser) &&
		(args.httpOnly === undefined || cookie.httpOnly === args.httpOnly) &&
		(args.secure === undefined || cookie.secure === args.secure) &&
		(args.path === undefined || cookie.path === args.path) &&
		(args.domain === undefined || cookie.domain === args.domain)
	);
}

function wishes(args: ArgsOf<'cookie'>): string[] {
	const { value, endsWithBrowser, httpOnly, secure, path, domain } = args;
	return [
		value === undefined ? '' : `value ${value}`,
		endsWithBrowser === undefined ? '' : endsWithBrowser ? 'without a date' : 'with a date',
		httpOnly === undefined ? '' : httpOnly ? 'HttpOnly' : 'without HttpOnly',
		secure === undefined ? '' : secure ? 'Secure' : 'without Secure',
		path === undefined ? '' : `path ${path}`,
		domain === undefined ? '' : `domain ${domain}`
	].filter(Boolean);
}

function sayCookie(cookie: Cookie): string {
	const lifetime =
		cookie.expires === null ? 'until the browser closes' : `until ${formatInstant(cookie.expires)}`;
	const flags = [cookie.httpOnly ? ', HttpOnly' : '', cookie.secure ? ', Secure' : ''].join('');
	return `${cookie.name}=${cookie.value}, path ${cookie.path}, ${lifetime}${flags}`;
}

function place(browser: string | undefined): string {
	return browser === undefined || browser === FIRST_BROWSER ? '' : ` in ${theBrowser(browser)}`;
}
