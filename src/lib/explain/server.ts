import type { ServerEventType } from '../django/events.ts';
import type { Entries } from './entries.ts';
import type { Explanation } from './explanation.ts';
import { djangoDocs, LINKS } from './links.ts';
import { cause, counted, lastName } from './text.ts';

type Type = Exclude<ServerEventType, `session.${string}` | `auth.${string}`>;

/** What Django does with a request, but for its sessions. */
export const SERVER: Entries<Type> = {
	'request.received': ({ method, path }) => ({
		title: 'The request arrives',
		sentence: `Django received ${method} ${path} and made a request object of it.`,
		detail: 'request.COOKIES is read from the Cookie header. Nothing else tells the server who is asking.',
		link: LINKS.requestAndResponse
	}),
	'worker.chosen': ({ worker, of, process }) => ({
		title: `Worker ${worker} of ${of} takes the request`,
		sentence: `The process ${process} answers this one. Its module globals and its LocMemCache are its own.`,
		detail: 'Workers share the database and the disk, not their memory.',
		link: djangoDocs('howto/deployment/wsgi/', 'Deploying with WSGI')
	}),
	'middleware.entered': ({ name, note }) => middlewareIn(lastName(name), note),
	'middleware.left': ({ name, note }) => middlewareOut(lastName(name), note),
	'middleware.answered': ({ name, status, reason }) => ({
		title: `${lastName(name)} answers itself`,
		sentence: `${lastName(name)} answered with ${status}: ${reason}. The view never sees this request.`,
		detail: 'The response goes back through the middleware outside of this one only.',
		link: LINKS.middleware
	}),
	'route.matched': ({ pattern, view }) => ({
		title: 'A route fits',
		sentence: `The path fits ${JSON.stringify(pattern)} in urls.py, so Django will call ${view}.`,
		detail: 'Django tries the patterns from top to bottom and takes the first that fits.',
		link: LINKS.urls
	}),
	'route.missed': ({ path, tried }) => ({
		title: 'No route fits',
		sentence: `None of the ${counted(tried.length, 'pattern')} in urls.py fits ${JSON.stringify(path)}. Django answers 404.`,
		detail: 'Patterns have no slash at their start. CommonMiddleware may add one at the end of the address.',
		link: LINKS.urls
	}),
	'view.started': ({ view }) => ({
		title: `${lastName(view)} runs`,
		sentence: `Django calls ${view} with the request.`,
		detail: 'A view is a function: a request goes in, a response comes out.',
		link: LINKS.views
	}),
	'view.returned': ({ status }) => ({
		title: 'The view returns',
		sentence: `The view returned a response with status ${status}.`,
		detail: 'It now goes out through the middleware, in the opposite order.',
		link: LINKS.views
	}),
	'view.raised': ({ error }) => ({
		title: `${error.type} in the view`,
		sentence: `The view raised ${error.type}${error.message ? `: ${error.message}` : ''}`,
		detail: `${place(error.frames)}Django makes an error page of it; a session changed in this request is not saved when the status is 500.`,
		link: LINKS.errors
	}),
	'console.printed': ({ text, by }) => ({
		title: 'Printed to the console',
		sentence: `${cause(by)} printed ${JSON.stringify(text.trimEnd())}.`,
		detail: "print() writes to the server's terminal. The browser does not see it.",
		link: LINKS.runserver
	}),
	'sql.executed': (event) => sqlExplained(event),
	'log.written': ({ logger, level, message, raised, elsewhere }) => ({
		title: raised ? `Nobody caught ${raised.type}` : `${level} in the log`,
		sentence: raised
			? `Django logged: ${message}. ${firstSentence(raised.message)}`
			: `Django logged: ${message}`,
		detail: elsewhere
			? `The logger is ${logger}. Nothing of it is in the terminal: LOGGING in settings.py keeps it away, or DEBUG = False does.`
			: `The logger is ${logger}. What becomes of it, LOGGING in settings.py decides.`,
		link: LINKS.logging
	}),
	'response.cookie-set': ({ name, header, source, deletes }) => ({
		title: deletes ? `Asks to delete ${name}` : `Set-Cookie: ${name}`,
		sentence: deletes
			? `${author(source)} asks the browser to delete the cookie ${name}.`
			: `${author(source)} put a cookie on the response: ${header}`,
		detail: deletes
			? 'HTTP has no word for deleting. It is a Set-Cookie with a date in the past, and with the same name, path and domain.'
			: 'It is only a request to the browser. request.COOKIES does not change; the cookie comes back with the next request, if at all.',
		link: LINKS.setCookie
	}),
	'response.header-set': ({ name, value, source }) => ({
		title: `${name}: ${value}`,
		sentence: `${author(source)} set the header ${name} to ${value}.`,
		detail:
			name.toLowerCase() === 'vary'
				? 'A cache must not give this page to a request with other cookies, because the view looked at the session.'
				: 'Headers tell the browser how to treat the response.',
		link: LINKS.requestAndResponse
	}),
	'response.ready': ({ status, reason }) => ({
		title: `${status} ${reason}`,
		sentence: `The response is complete: ${status} ${reason}.`,
		detail: 'All middleware has seen it. What was to be saved is saved.',
		link: LINKS.requestAndResponse
	})
};

const MIDDLEWARE_IN: Readonly<Record<string, string>> = {
	SessionMiddleware: 'SessionMiddleware looks for the sessionid cookie and attaches request.session.',
	AuthenticationMiddleware:
		'AuthenticationMiddleware attaches request.user. It looks into the session only when a view asks for it.',
	CsrfViewMiddleware: 'CsrfViewMiddleware will check forms against the csrftoken cookie.',
	CommonMiddleware: 'CommonMiddleware checks the address, for example for a missing slash at its end.',
	SecurityMiddleware: 'SecurityMiddleware would send the browser to https, if the settings asked for it.',
	MessageMiddleware: 'MessageMiddleware gets ready the short messages that one page leaves for the next.',
	XFrameOptionsMiddleware: 'XFrameOptionsMiddleware has nothing to do on the way in.'
};

const MIDDLEWARE_OUT: Readonly<Record<string, string>> = {
	SessionMiddleware: 'SessionMiddleware decides whether to save the session and whether to set its cookie.',
	AuthenticationMiddleware: 'AuthenticationMiddleware has nothing to do on the way out.',
	CsrfViewMiddleware: 'CsrfViewMiddleware sets its cookie if a form on the page needs one.',
	CommonMiddleware: 'CommonMiddleware notes the length of the response.',
	SecurityMiddleware: 'SecurityMiddleware adds its headers to the response.',
	MessageMiddleware: 'MessageMiddleware stores the messages that were not shown yet.',
	XFrameOptionsMiddleware: 'XFrameOptionsMiddleware forbids other sites to show this page in a frame.'
};

function middlewareIn(name: string, note: string | undefined): Explanation {
	return {
		title: `In through ${name}`,
		sentence: note ?? MIDDLEWARE_IN[name] ?? `${name} sees the request before the view does.`,
		detail: 'Middleware runs from the top of MIDDLEWARE to the bottom on the way in.',
		link: LINKS.middleware
	};
}

function middlewareOut(name: string, note: string | undefined): Explanation {
	return {
		title: `Out through ${name}`,
		sentence: note ?? MIDDLEWARE_OUT[name] ?? `${name} sees the response after the view has made it.`,
		detail: 'Middleware runs from the bottom of MIDDLEWARE to the top on the way out.',
		link: LINKS.middleware
	};
}

function sqlExplained({
	sql,
	rows,
	failed,
	by
}: Parameters<Entries<'sql.executed'>['sql.executed']>[0]): Explanation {
	const verb = sql.split(/\s/, 1)[0]?.toUpperCase() ?? '';
	return {
		title: failed === undefined ? `${verb} in the database` : `${verb} failed`,
		sentence:
			failed === undefined
				? `${cause(by)} made Django run this ${verb}. ${ROWS[verb]?.(rows) ?? `Rows: ${rows}.`}`
				: failed === 'database is locked'
					? `Another program has locked the database. This ${verb} waited for it, and then Django gave up.`
					: `The database refused this ${verb}: ${failed}`,
		detail: sql,
		link: /no such table/.test(failed ?? '')
			? djangoDocs('topics/migrations/#the-commands', 'Migrations')
			: LINKS.database
	};
}

const ROWS: Readonly<Record<string, (rows: number) => string>> = {
	SELECT: (rows) => (rows === 0 ? 'It found no row.' : `It found ${counted(rows, 'row')}.`),
	INSERT: (rows) => `It added ${counted(rows, 'row')}.`,
	UPDATE: (rows) => (rows === 0 ? 'It found no row to change.' : `It changed ${counted(rows, 'row')}.`),
	DELETE: (rows) => (rows === 0 ? 'It found no row to delete.' : `It deleted ${counted(rows, 'row')}.`)
};

/** Who put something on the response: "The view", or the middleware's name. */
function author(source: string): string {
	return source === 'view' ? 'The view' : lastName(source);
}

/** Django's own messages may go on with advice over several lines. */
function firstSentence(text: string): string {
	return /^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text;
}

function place(frames: readonly { path: string; line: number }[]): string {
	const last = frames.at(-1);
	return last ? `It happened at line ${last.line} of ${last.path}. ` : '';
}
