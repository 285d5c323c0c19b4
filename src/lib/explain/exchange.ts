import type { Cancellation, ExchangeFailure, WireEvent } from '../exchange/events.ts';
import type { Entries, EventOf } from './entries.ts';
import type { Explanation } from './explanation.ts';
import { LINKS, mdn } from './links.ts';
import { counted } from './text.ts';

type Type = WireEvent['type'] | 'navigation.started' | 'cookies.attached' | 'page.rendered';

/** What browser and wire do in an exchange, but for the single cookies. */
export const EXCHANGE: Entries<Type> = {
	'exchange.started': ({ redirectedFrom }) => ({
		title: 'A new exchange',
		sentence:
			redirectedFrom === null
				? 'One request and its response begin.'
				: `The redirect of exchange ${redirectedFrom} starts a request of its own.`,
		detail:
			'An exchange is one request and one response. HTTP remembers nothing from one exchange to the next.',
		link: mdn('HTTP/Guides/Overview', 'An overview of HTTP')
	}),
	'navigation.started': ({ method, url, cause }) => ({
		title: 'The browser sets out',
		sentence: `${NAVIGATION[cause]} The browser prepares ${method} ${url}.`,
		detail: 'Who started the request matters later: SameSite cookies look at it.',
		link: mdn('HTTP/Reference/Methods', 'HTTP request methods')
	}),
	'cookies.attached': ({ header, omitted }) => ({
		title: header ? 'Cookies go along' : 'No cookie goes along',
		sentence: header
			? `The request carries Cookie: ${header}`
			: omitted
				? 'The script fetches without credentials for this address, so the browser does not look into the jar.'
				: 'No cookie in the jar fits this request, so it has no Cookie header.',
		detail:
			'The browser chooses the cookies by itself, at every request. Only names and values travel, not their attributes.',
		link: LINKS.sending
	}),
	'request.sent': ({ bytes }) => ({
		title: 'The request leaves',
		sentence: `The request travels to the server: ${counted(bytes, 'byte')} of text.`,
		detail: 'Everything the server will know of this browser is in these bytes.',
		link: LINKS.messages
	}),
	'response.sent': ({ status, bytes }) => ({
		...(status >= 500 ? failed(status, bytes) : answered(status, bytes)),
		link: LINKS.messages
	}),
	'redirect.followed': ({ status, location }) => ({
		title: 'Redirected',
		sentence: `Status ${status} sends the browser on to ${location}.`,
		detail: 'The browser has stored the cookies of this response before it asks for the next address.',
		link: LINKS.redirects
	}),
	'exchange.cancelled': ({ reason, sent }) => ({
		title: 'The browser waits no more',
		sentence: `${GIVEN_UP[reason]} ${
			sent
				? 'The server cannot see that: it goes on with the request, and the answer will reach nobody.'
				: 'The request had not been sent, so the server never hears of it.'
		}`,
		detail:
			'A tab shows one page at a time. What the server still saves, it saves; the cookies of an answer that nobody waits for are not stored.',
		link: LINKS.messages
	}),
	'exchange.failed': (event) => FAILURES[event.reason](event),
	'exchange.ended': () => ({
		title: 'The exchange is over',
		sentence: 'Request and response are done. Between exchanges, browser and server have no connection.',
		detail: 'What lasts is in the cookie jar, in the database, and in the memory of the server process.',
		link: mdn('HTTP/Guides/Overview', 'An overview of HTTP')
	}),
	'page.rendered': ({ url, title }) => ({
		title: 'The page is shown',
		sentence: `The browser shows ${title ? `“${title}”` : 'the page'} from ${url}.`,
		detail: 'The cookies were stored before this, so a script on the page would already see them.',
		link: LINKS.messages
	})
};

const answered = (status: number, bytes: number) => ({
	title: `The response leaves: ${status}`,
	sentence: `The server answers with status ${status} and forgets the request. The response has ${counted(bytes, 'byte')}.`,
	detail:
		'What the server wants to know again next time, it has stored, or asked the browser to keep in a cookie.'
});

const failed = (status: number, bytes: number) => ({
	title: `The server answers with an error: ${status}`,
	sentence: `With status ${status} it says that something failed on its side. The response has ${counted(bytes, 'byte')}.`,
	detail:
		'With DEBUG = True, Django’s page shows the exception and where it was raised. The server’s console has it, too.'
});

const NAVIGATION: Readonly<Record<EventOf<'navigation.started'>['cause'], string>> = {
	typed: 'An address was typed.',
	link: 'A link was followed.',
	form: 'A form was sent.',
	redirect: 'The response before this one redirects here.',
	reload: 'The page is loaded again.',
	history: 'Back or forward was pressed, and the page is asked for again.',
	fetch: 'A script asks for this.',
	subresource: 'The page needs this to show itself.',
	frame: 'A frame inside the page loads this.'
};

const GIVEN_UP: Readonly<Record<Cancellation, string>> = {
	Navigation: 'Its tab loads another page, so the browser gives this request up.',
	TabClosed: 'Its tab was closed, so the browser gives this request up.',
	BrowserClosed: 'The browser was closed, and its open requests with it.'
};

type Failed = EventOf<'exchange.failed'>;

const FAILURES: Readonly<Record<ExchangeFailure, (event: Failed) => Explanation>> = {
	ServerNotRunning: ({ message }) => ({
		title: 'No server answers',
		sentence: `Django could not start, so nobody answers: ${message}`,
		detail:
			'The settings, a middleware or an import failed. Mend the file and save: the server then starts anew.',
		link: LINKS.runserver
	}),
	TooManyRedirects: ({ message }) => ({
		title: 'Too many redirects',
		sentence: `The browser gave up: ${message}`,
		detail:
			'Each response sends the browser on to another address, in a circle. A login page does that when its cookie never comes back.',
		link: LINKS.redirects
	}),
	UnknownHost: ({ message }) => ({
		title: 'No such host',
		sentence: `The browser found no server of that name: ${message}`,
		detail: 'In this world only the hosts of the running projects exist.',
		link: mdn('URI/Reference/Authority', 'The authority of a URL')
	}),
	Cancelled: ({ message }) => ({
		title: 'Nobody waits for this answer',
		sentence: `The request was given up: ${message}`,
		detail: 'A request that was sent has had its effect on the server all the same.',
		link: LINKS.messages
	}),
	WorkerKilled: ({ message }) => ({
		title: 'Nobody answers any more',
		sentence: `The worker was killed before it answered: ${message}`,
		detail:
			'Nothing was saved on the way out, no cookie arrived, and no page. The browser cannot tell this from a response that was lost.',
		link: LINKS.saving
	}),
	ResponseLost: ({ message }) => ({
		title: 'The response was lost',
		sentence: `The server did its work, but the browser never heard of it: ${message}`,
		detail:
			'What the server saved is saved. The Set-Cookie lines of the lost response never reached the jar.',
		link: LINKS.messages
	})
};
