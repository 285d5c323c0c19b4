import { sayDuration } from '../time/duration.ts';
import type { WorldOwnEvent } from '../world/events.ts';
import type { BrowserWindowEvent } from './browser.ts';
import type { Entries, EventOf } from './entries.ts';
import type { Explanation } from './explanation.ts';
import { djangoDocs, LINKS } from './links.ts';
import { djangoSwitched, engineSwitched } from './switches.ts';
import { aBrowserBegins, counted, listed, sayInstant, shortKey, theBrowser } from './text.ts';

/** What happens outside of exchanges: the clock, the browser's buttons, the server, the command line. */
export const WORLD: Entries<Exclude<WorldOwnEvent['type'], BrowserWindowEvent>> = {
	'cron.set': ({ on }) => ({
		title: on ? 'cron is switched on' : 'cron is switched off',
		sentence: on
			? 'Each night at three o’clock, by the project’s TIME_ZONE, cron runs clearsessions.'
			: 'Nobody runs clearsessions any more: expired sessions stay until somebody does.',
		detail:
			'Django removes no expired session by itself. Its documentation says to run clearsessions regularly.',
		link: LINKS.clearing
	}),
	'cron.started': ({ command }) => ({
		title: 'cron runs a command',
		sentence: `It is three o’clock by the project’s TIME_ZONE, and cron runs ${command}.`,
		detail: 'What it removes can be read in the SQL that follows.',
		link: LINKS.clearing
	}),
	'cron.skipped': ({ after }) => ({
		title: 'cron stops counting nights',
		sentence: `This jump passed more than ${after} nights. cron has run for the first ${after} of them only.`,
		detail: 'A shorter jump runs it every night.',
		link: LINKS.clearing
	}),
	'clock.advanced': ({ from, to }) => ({
		title: to - from < 1_000_000 ? 'Less than a second later' : `${sayDuration(to - from)} later`,
		sentence: `It is now ${sayInstant(to)}. Browser, server and database all go by this clock.`,
		detail: 'Time alone runs no code on the server. A row that expired meanwhile is still in the table.',
		link: LINKS.clearing
	}),
	'row.expired': ({ key, expireDate }) => ({
		title: 'A row has expired',
		sentence: `The row of ${shortKey(key)} passed its expire_date, ${expireDate}. It is still in the table.`,
		detail: 'Django will not load it any more. Only clearsessions, or your own code, removes it.',
		link: LINKS.clearing
	}),
	'row.deleted': ({ key }) => ({
		title: 'A row is gone',
		sentence: `The row of ${shortKey(key)} was deleted from django_session.`,
		detail: 'A browser that still has the key gets an empty session with its next request.',
		link: LINKS.clearing
	}),
	'browser.opened': ({ profile, private: isPrivate }) => ({
		title: isPrivate ? 'A private window' : 'Another browser',
		sentence: `${aBrowserBegins(profile)} opens with an empty cookie jar.`,
		detail: isPrivate
			? 'Its tabs share a jar that no other window sees. With its last tab the jar is gone, dates or not.'
			: 'Each browser, and each private window, has a jar of its own. Tabs of one browser share one.',
		link: LINKS.cookies
	}),
	'browser.closed': ({ dropped, profile }) => ({
		title: 'The browser closes',
		sentence: dropped.length
			? `${aBrowserBegins(profile)} closed and dropped ${counted(dropped.length, 'session cookie')}: ${listed(dropped.map(({ name }) => name))}.`
			: `${aBrowserBegins(profile)} closed. It had no cookie without a date, so the jar stays as it was.`,
		detail:
			'Only cookies without Expires and Max-Age go. The server hears nothing of it, and no row changes.',
		link: LINKS.browserLength
	}),
	'browser.blocked': ({ profile, blocked }) => ({
		title: blocked ? 'Cookies are blocked' : 'Cookies are allowed',
		sentence: blocked
			? `${aBrowserBegins(profile)} now neither stores nor sends any cookie.`
			: `${aBrowserBegins(profile)} stores and sends cookies again. Those from before are still in the jar.`,
		detail: 'The server cannot ask for this setting. It can only set a cookie and see whether it comes back.',
		link: LINKS.cookies
	}),
	'cookie.edited': ({ profile, cookie }) => ({
		title: 'A cookie was edited',
		sentence: `In ${theBrowser(profile)}, the cookie ${cookie.name} now has the value ${JSON.stringify(cookie.value)}.`,
		detail:
			'Whoever sits at the browser can write anything into a cookie. A server must not trust it blindly.',
		link: LINKS.cookies
	}),
	'cookie.cleared': ({ profile, cookies }) => ({
		title: 'A cookie was deleted by hand',
		sentence: cookies.length
			? `${aBrowserBegins(profile)} deleted ${listed(cookies.map(({ name }) => name))}. The server does not know.`
			: `${aBrowserBegins(profile)} has no cookie of that name.`,
		detail: 'The row on the server stays as it is. Without its key, nobody will find it again.',
		link: LINKS.cookies
	}),
	'workers.set': ({ count }) => ({
		title: count === 1 ? 'One worker' : `${count} workers`,
		sentence:
			count === 1
				? 'One process now answers all requests.'
				: `${count} processes now answer the requests, in turn.`,
		detail:
			'Each worker has its own memory. What one keeps in LocMemCache or in a global, the others do not see.',
		link: djangoDocs('topics/cache/#local-memory-caching', 'Local-memory caching')
	}),
	'worker.picked': ({ worker }) => ({
		title: `Worker ${worker} is next`,
		sentence: `The next request goes to worker ${worker}; after that they take turns again.`,
		detail:
			'In front of real workers stands a server that hands out requests; which one gets which is chance.',
		link: djangoDocs('howto/deployment/wsgi/', 'Deploying with WSGI')
	}),
	'server.started': ({ django, error, broken }) => {
		if (error) return notStarted(error);
		return broken ? startedBroken(broken) : started(django);
	},
	'server.stopped': ({ process }) => ({
		title: 'The server stops',
		sentence: `The process ${process} ended, and what it held in memory is gone.`,
		detail: 'Rows in the database and files on the disk stay.',
		link: LINKS.runserver
	}),
	'engine.switched': ({ from, to }) => engineSwitched(from, to),
	'django.switched': (event) => djangoSwitched(event),
	'files.edited': ({ paths }) => ({
		title: 'The code changes',
		sentence: `${listed(paths)} ${paths.length === 1 ? 'was' : 'were'} saved, and the server loads the project anew.`,
		detail: 'The development server does this by itself whenever a file changes.',
		link: LINKS.runserver
	}),
	'command.ran': (event) => commandRan(event),
	'sql.ran': ({ error }) => ({
		title: error === null ? 'SQL straight on the database' : 'The database refuses',
		sentence:
			error === null
				? 'The statement ran on the database itself. Django had no part in it.'
				: `SQLite answered: ${error}`,
		detail: 'This is what manage.py dbshell does.',
		link: LINKS.manage
	})
};

function started(django: string): Explanation {
	return {
		title: 'The server starts',
		sentence: `Django ${django} loaded the settings and waits for requests. Its memory is empty.`,
		detail: 'Sessions in the database survive a restart. Sessions in the memory of a process do not.',
		link: LINKS.runserver
	};
}

function startedBroken(error: { type: string; message: string }): Explanation {
	return {
		title: 'A file cannot be read',
		sentence: `Python does not understand the project: ${error.type}: ${error.message}`,
		detail: 'The server runs. Every request that needs the file fails until it is mended.',
		link: LINKS.runserver
	};
}

function notStarted(error: { type: string; message: string }): Explanation {
	return {
		title: 'The server does not start',
		sentence: `Loading the project failed with ${error.type}: ${error.message}`,
		detail: 'Until the file is mended, nobody answers requests.',
		link: LINKS.runserver
	};
}

function commandRan({ kind, input, error }: EventOf<'command.ran'>): Explanation {
	const what = kind === 'manage' ? `manage.py ${input}` : 'The code in the shell';
	return {
		title: kind === 'manage' ? `manage.py ${input.split(' ')[0] ?? ''}` : 'Python in the shell',
		sentence:
			error === null ? `${what} ran to its end.` : `${what} failed with ${error.type}: ${error.message}`,
		detail:
			kind === 'manage'
				? (COMMANDS[input.split(' ')[0] ?? ''] ?? 'A command runs in a process of its own.')
				: 'The shell is another process: it shares database and files with the server, but not its memory.',
		link: input.startsWith('clearsessions') ? LINKS.clearing : LINKS.manage
	};
}

const COMMANDS: Readonly<Record<string, string>> = {
	migrate: 'It makes the tables that the installed apps need. django_session is one of them.',
	clearsessions: 'It deletes the rows whose expire_date lies before now. Nothing else in Django does that.',
	check: 'It looks over the settings and models without running the site.',
	showmigrations: 'It lists which tables have been made.'
};
