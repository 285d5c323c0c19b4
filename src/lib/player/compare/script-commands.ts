import { DJANGO_VERSIONS, type DjangoVersion } from '../../django/server.ts';
import { parseDuration } from '../../time/duration.ts';
import type { Action } from '../../world/action.ts';

/** What a line of a script means. Three of them need the world as it stands before they are an action. */
export type ScriptCommand =
	| { readonly kind: 'action'; readonly action: Action }
	/** One character of the cookie's value is changed. */
	| { readonly kind: 'tamper'; readonly profile: string; readonly name: string }
	/** The first browser's cookie is put into this one's jar. */
	| { readonly kind: 'copy'; readonly profile: string; readonly name: string }
	/** A setting gets this value, a Python expression. */
	| { readonly kind: 'set'; readonly name: string; readonly to: string };

/** The command, or a sentence for the author of the line. */
type Read = ScriptCommand | string;

/** The browser of a line that names none. */
export const FIRST_BROWSER = 'browser';

export interface CommandForm {
	/** The words that the line begins with. */
	readonly words: string;
	/** What follows, as the list of commands shows it; empty when nothing does. */
	readonly takes: string;
	readonly says: string;
	/** It is about a browser, so that "phone: " may stand before it. */
	readonly ofBrowser?: true;
	read(rest: string, profile: string): Read;
}

const done = (action: Action): Read => ({ kind: 'action', action });
const bare =
	(action: Action): CommandForm['read'] =>
	() =>
		done(action);

const BROWSER: readonly CommandForm[] = [
	{
		words: 'visit',
		takes: '/address/',
		says: 'opens an address',
		ofBrowser: true,
		read: (url, profile) => addressProblem(url) ?? done({ type: 'visit', profile, url })
	},
	{
		words: 'post',
		takes: '/address/ name=value …',
		says: 'sends a form; a value with spaces stands in double quotes',
		ofBrowser: true,
		read: readPost
	},
	{
		words: 'reload',
		takes: '',
		says: 'asks for the page on show again',
		ofBrowser: true,
		read: (_, profile) => done({ type: 'reload', profile })
	},
	{
		words: 'close browser',
		takes: '',
		says: 'closes the browser; cookies without a lifetime go',
		ofBrowser: true,
		read: (_, profile) => done({ type: 'closeBrowser', profile })
	},
	{
		words: 'tamper',
		takes: 'cookie',
		says: 'changes one character of a cookie',
		ofBrowser: true,
		read: (name, profile) => ({ kind: 'tamper', profile, name })
	},
	{
		words: 'put cookie',
		takes: 'name=value',
		says: 'writes a cookie into the jar',
		ofBrowser: true,
		read: (text, profile) => {
			const at = text.indexOf('=');
			if (at < 1) return 'A cookie is written name=value.';
			return done({ type: 'putCookie', profile, name: text.slice(0, at), value: text.slice(at + 1) });
		}
	},
	{
		words: 'copy cookie',
		takes: 'name',
		says: 'takes a cookie of the first browser: "thief: copy cookie sessionid"',
		ofBrowser: true,
		read: (name, profile) =>
			profile === FIRST_BROWSER
				? 'Say which browser gets the copy, as in "thief: copy cookie sessionid".'
				: { kind: 'copy', profile, name }
	},
	{
		words: 'delete cookie',
		takes: 'name',
		says: 'takes a cookie out of the jar',
		ofBrowser: true,
		read: (name, profile) => done({ type: 'deleteCookie', profile, name })
	},
	{
		words: 'block cookies',
		takes: '',
		says: 'the browser takes and sends no cookies',
		ofBrowser: true,
		read: (_, profile) => done({ type: 'blockCookies', profile, blocked: true })
	},
	{
		words: 'allow cookies',
		takes: '',
		says: 'the browser takes and sends cookies again',
		ofBrowser: true,
		read: (_, profile) => done({ type: 'blockCookies', profile, blocked: false })
	}
];

const SERVER: readonly CommandForm[] = [
	{ words: 'advance', takes: '14d', says: 'moves the clock: 90s, 5m, 1h30m, 14d', read: readAdvance },
	{ words: 'restart', takes: '', says: 'restarts the server', read: bare({ type: 'restart' }) },
	{
		words: 'workers',
		takes: '2',
		says: 'so many processes answer, in turn',
		read: (text) => counted(text, 8, (count) => ({ type: 'workers', count }))
	},
	{
		words: 'next worker',
		takes: '1',
		says: 'this process takes the next request',
		read: (text) => counted(text, 8, (worker) => ({ type: 'nextWorker', worker }))
	},
	{
		words: 'empty caches',
		takes: '',
		says: 'the caches forget everything',
		read: bare({ type: 'emptyCaches' })
	},
	{
		words: 'clearsessions',
		takes: '',
		says: 'runs manage.py clearsessions',
		read: bare({ type: 'manage', command: 'clearsessions' })
	},
	{
		words: 'manage',
		takes: 'command',
		says: 'runs another command of manage.py',
		read: (command) => done({ type: 'manage', command })
	},
	{
		words: 'shell',
		takes: 'code',
		says: 'runs a line of Python in manage.py shell',
		read: (code) => done({ type: 'shell', code })
	},
	{
		words: 'sql',
		takes: 'statement',
		says: 'runs SQL on the database',
		read: (sql) => done({ type: 'sql', sql })
	},
	{ words: 'set', takes: 'NAME = value', says: 'changes a setting; the server reloads', read: readSetting },
	{
		words: 'rotate secret key',
		takes: '',
		says: 'settings.py gets a new SECRET_KEY',
		read: bare({ type: 'rotateSecretKey', keepOld: false })
	},
	{
		words: 'rotate secret key, keep the old one',
		takes: '',
		says: 'the old one goes into SECRET_KEY_FALLBACKS (Django 4.1)',
		read: bare({ type: 'rotateSecretKey', keepOld: true })
	},
	{
		words: 'django',
		takes: '5.2',
		says: 'the project goes on under another version',
		read: (text) => {
			const django = DJANGO_VERSIONS.find((version): version is DjangoVersion => version === text);
			return django
				? done({ type: 'deploy', django })
				: `Django ${text} is not here. There are ${DJANGO_VERSIONS.join(', ')}.`;
		}
	},
	{
		words: 'lock database',
		takes: '',
		says: 'another program keeps writers out',
		read: bare({ type: 'lockDatabase', against: 'writes' })
	},
	{
		words: 'unlock database',
		takes: '',
		says: 'and lets them in again',
		read: bare({ type: 'unlockDatabase' })
	},
	{
		words: 'fill disk',
		takes: '',
		says: 'no byte is left for session files',
		read: bare({ type: 'fillDisk' })
	},
	{ words: 'free disk', takes: '', says: 'and there is room again', read: bare({ type: 'freeDisk' }) }
];

/** All commands of a script, in the order in which the list shows them. */
export const COMMANDS: readonly CommandForm[] = [...BROWSER, ...SERVER];

function addressProblem(url: string): string | null {
	if (/\s/.test(url)) return 'An address has no spaces.';
	return URL.canParse(url, 'http://127.0.0.1') ? null : `${url} is not an address.`;
}

function readPost(rest: string, profile: string): Read {
	const [to = '', ...fields] = rest.match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
	const data: Record<string, string> = {};
	for (const field of fields) {
		const at = field.indexOf('=');
		if (at < 1) return `${field} is not name=value.`;
		data[field.slice(0, at)] = field.slice(at + 1).replace(/^"(.*)"$/s, '$1');
	}
	return addressProblem(to) ?? done({ type: 'submit', profile, to, data });
}

function readAdvance(by: string): Read {
	try {
		parseDuration(by);
		return done({ type: 'advance', by });
	} catch {
		return `${by} is not a duration. Write it like 90s, 5m, 1h30m or 14d.`;
	}
}

function counted(text: string, most: number, action: (count: number) => Action): Read {
	const count = Number(text);
	if (Number.isInteger(count) && count >= 1 && count <= most) return done(action(count));
	return `${text} is not a whole number from 1 to ${most}.`;
}

function readSetting(text: string): Read {
	const [, name, to] = /^([A-Z][A-Z0-9_]*)\s*=\s*(.+)$/.exec(text) ?? [];
	if (name === undefined || to === undefined) return 'A setting is written NAME = value.';
	return { kind: 'set', name, to };
}
