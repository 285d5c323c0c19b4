import { MICROS_PER_SECOND } from '../../time/instant.ts';
import { httpDate } from '../http/http-date.ts';
import { DjangoError } from '../error.ts';
import type { Middleware, Site } from '../middleware/middleware.ts';

/** What `session_state` answers, as bits. */
const PRESENT = 1;
const ACCESSED = 2;
const MODIFIED = 4;
const EMPTY = 8;
const COOKIE = 16;
/** The status of the response stands above them. */
const STATUS_SHIFT = 8;

/** `django.contrib.sessions.middleware.SessionMiddleware`. */
export const sessionMiddleware: Middleware = {
	processRequest(site, request) {
		const key = site.python('attach_session', request) as string | null | undefined;
		const engine = String(site.setting('SESSION_ENGINE')).split('.').at(-1) ?? '';
		site.say({ type: 'session.attached', engine, key: key ?? null });
		return null;
	},

	processResponse(site, request, response) {
		const state = site.python('session_state', request, response) as number;
		if (!(state & PRESENT)) {
			site.say({ type: 'session.not-saved', reason: 'NoSession' });
			return response;
		}
		if (state & COOKIE && state & EMPTY) {
			dropCookie(site, response);
			return response;
		}
		const { variesOnSave } = site.version;
		if (state & ACCESSED && !variesOnSave) site.python('patch_vary', response, 'Cookie');
		const saved = saveWhenDue(site, request, response, state);
		if (variesOnSave && (state & ACCESSED || saved)) site.python('patch_vary', response, 'Cookie');
		return response;
	}
};

/** Saves a session that changed. @returns whether it did */
function saveWhenDue(site: Site, request: number, response: number, state: number): boolean {
	const everyRequest = Boolean(site.setting('SESSION_SAVE_EVERY_REQUEST'));
	if (state & EMPTY) site.say({ type: 'session.not-saved', reason: 'Empty' });
	else if (state & MODIFIED || everyRequest) return save(site, request, response, state);
	else site.say({ type: 'session.not-saved', reason: 'NotModified' });
	return false;
}

function dropCookie(site: Site, response: number): void {
	site.say({ type: 'session.not-saved', reason: 'Empty' });
	site.deleteCookie(response, {
		key: site.setting('SESSION_COOKIE_NAME'),
		path: site.setting('SESSION_COOKIE_PATH'),
		domain: site.setting('SESSION_COOKIE_DOMAIN'),
		samesite: site.setting('SESSION_COOKIE_SAMESITE')
	});
	site.python('patch_vary', response, 'Cookie');
}

function save(site: Site, request: number, response: number, state: number): boolean {
	const maxAge = (site.python('session_max_age', request) as number | null | undefined) ?? null;
	const now = site.now();
	// A response that is none complains here.
	const status = state >> STATUS_SHIFT || (site.python('status', response) as number);
	if (site.version.skipsSave(status)) {
		site.say({ type: 'session.not-saved', reason: 'ServerError' });
		return false;
	}
	site.saving(state & MODIFIED ? 'Modified' : 'SaveEveryRequest');
	const key = site.python('save_session', request) as string | false | null | undefined;
	if (key === false) {
		site.say({ type: 'session.not-saved', reason: 'Interrupted' });
		throw new DjangoError(
			'django.contrib.sessions.exceptions.SessionInterrupted',
			"The request's session was deleted before the request completed. The user may have logged out in a concurrent request, for example."
		);
	}
	site.setCookie(response, {
		key: site.setting('SESSION_COOKIE_NAME'),
		value: key ?? null,
		max_age: maxAge,
		expires: maxAge === null ? null : httpDate(now / MICROS_PER_SECOND + maxAge),
		domain: site.setting('SESSION_COOKIE_DOMAIN'),
		path: site.setting('SESSION_COOKIE_PATH'),
		secure: site.setting('SESSION_COOKIE_SECURE') || false,
		httponly: site.setting('SESSION_COOKIE_HTTPONLY') || false,
		samesite: site.setting('SESSION_COOKIE_SAMESITE')
	});
	return true;
}
