import type { CorsFailure } from '../browser/navigation/cors.ts';
import type { Cookie } from '../browser/cookies/cookie.ts';
import type { WorldOwnEvent } from '../world/events.ts';
import type { Entries, EventOf } from './entries.ts';
import { LINKS, mdn } from './links.ts';
import { aBrowserBegins, counted, listed } from './text.ts';

/** What happens to a browser's windows, tabs and settings. */
export type BrowserWindowEvent = Extract<
	WorldOwnEvent['type'],
	`tab.${string}` | 'browser.crashed' | 'browser.start-up' | 'browser.preferences' | 'site.cleared'
>;

type ScriptEvent = 'resource.loaded' | 'fetch.answered' | 'script.wrote' | 'script.read';

const CORS = mdn('HTTP/Guides/CORS', 'Cross-origin resource sharing');
const DOCUMENT_COOKIE = mdn('API/Document/cookie', 'document.cookie');

/** Tabs, windows, settings, and what scripts of a page do. */
export const BROWSER: Entries<BrowserWindowEvent | ScriptEvent> = {
	'tab.opened': ({ profile }) => ({
		title: 'A new tab',
		sentence: `${aBrowserBegins(profile)} has one more tab. It shares the cookie jar with the others.`,
		detail: 'A server cannot tell the tabs of one browser apart: they all send the same cookies.',
		link: LINKS.cookies
	}),
	'tab.closed': ({ profile, dropped }) => ({
		title: 'A tab closes',
		sentence: dropped.length
			? `It was the last tab of this private window: ${names(dropped)} went with it.`
			: `${aBrowserBegins(profile)} closes a tab. The cookies stay.`,
		detail: 'Closing a tab ends no session. Only closing the browser drops cookies without a date.',
		link: LINKS.browserLength
	}),
	'tab.picked': ({ profile }) => ({
		title: 'Another tab',
		sentence: `${aBrowserBegins(profile)} shows another tab. Nothing is asked for.`,
		detail: 'What a tab shows may be older than the cookies: it was loaded before they changed.',
		link: LINKS.cookies
	}),
	'browser.crashed': ({ profile, dropped }) => ({
		title: 'The browser crashed',
		sentence: dropped.length
			? `${aBrowserBegins(profile)} crashed and did not restore its pages, so ${names(dropped)} is gone.`
			: `${aBrowserBegins(profile)} crashed and came back with its cookies.`,
		detail: 'A browser that restores its pages after a crash brings its session cookies back as well.',
		link: LINKS.browserLength
	}),
	'browser.start-up': ({ profile, startUp }) => ({
		title: startUp === 'restore' ? 'It continues where it left off' : 'It starts empty',
		sentence:
			startUp === 'restore'
				? `${aBrowserBegins(profile)} now keeps tabs and session cookies when it closes.`
				: `${aBrowserBegins(profile)} now drops tabs and session cookies when it closes.`,
		detail:
			'With “Continue where you left off” a session cookie may live for years. A server must not rely on the browser closing.',
		link: LINKS.browserLength
	}),
	'browser.preferences': ({ profile, preferences }) => ({
		title: 'The browser’s cookie settings',
		sentence: `${aBrowserBegins(profile)} now ${allowed(preferences)}. Cookies that are in the jar stay there.`,
		detail:
			'Blocked cookies are neither stored nor sent. A third party is a site other than that of the address bar.',
		link: LINKS.cookies
	}),
	'site.cleared': ({ url, cookies }) => ({
		title: 'Site data cleared',
		sentence: cookies.length
			? `The browser removed ${counted(cookies.length, 'cookie')} of the site of ${url}: ${listed(cookies.map(({ name }) => name))}.`
			: `The jar has no cookie of the site of ${url}.`,
		detail: 'All hosts of the site lose their cookies. The rows on its server stay.',
		link: LINKS.cookies
	}),
	'resource.loaded': ({ kind, url }) => ({
		title: kind === 'image' ? 'An image has come' : 'A frame has come',
		sentence: `The page has its ${kind} from ${url}.`,
		detail:
			'It was a request of its own, with cookies of its own. To another site it carries only SameSite=None cookies.',
		link: LINKS.sending
	}),
	'fetch.answered': (event) => fetched(event),
	'script.wrote': ({ line }) => ({
		title: 'A script writes a cookie',
		sentence: `A script of the page sets document.cookie to ${JSON.stringify(line)}.`,
		detail: 'It adds or replaces one cookie; the others stay. A script cannot set HttpOnly.',
		link: DOCUMENT_COOKIE
	}),
	'script.read': ({ value }) => ({
		title: 'A script reads the cookies',
		sentence: value ? `document.cookie is ${JSON.stringify(value)}.` : 'document.cookie is empty.',
		detail: 'A script sees names and values of its page’s cookies, but never those that are HttpOnly.',
		link: DOCUMENT_COOKIE
	})
};

function fetched({ url, status, failure }: EventOf<'fetch.answered'>) {
	return failure === null
		? {
				title: `The script has its answer: ${status}`,
				sentence: `The fetch of ${url} is done, and the script may read the answer.`,
				detail: 'A fetch sends and stores cookies only as its credentials option says.',
				link: CORS
			}
		: {
				title: 'The script may not read the answer',
				sentence: `The request to ${url} was made and answered, but ${CORS_FAILURES[failure]} (${failure}).`,
				detail: 'CORS guards reading. It does not stop the request, and the server has done its work.',
				link: CORS
			};
}

const CORS_FAILURES: Readonly<Record<CorsFailure, string>> = {
	MissingAllowOrigin: 'the answer has no Access-Control-Allow-Origin',
	AllowOriginMismatch: 'Access-Control-Allow-Origin names another origin',
	WildcardWithCredentials: 'a request with credentials needs its origin named, not *',
	MissingAllowCredentials: 'the answer has no Access-Control-Allow-Credentials: true'
};

type Preferences = EventOf<'browser.preferences'>['preferences'];

function allowed({ blockAll, blockThirdParty, blockedSites }: Preferences): string {
	const blocked = [
		...(blockAll ? ['all cookies'] : []),
		...(blockThirdParty ? ['third-party cookies'] : []),
		...(blockedSites.length > 0 ? [`the cookies of ${listed(blockedSites)}`] : [])
	];
	return blocked.length === 0 ? 'allows all cookies' : `blocks ${listed(blocked)}`;
}

function names(cookies: readonly Cookie[]): string {
	return listed(cookies.map(({ name }) => name));
}
