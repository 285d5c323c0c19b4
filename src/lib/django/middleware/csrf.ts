import type { Middleware, Ref } from './middleware.ts';

/** `django.middleware.csrf.CsrfViewMiddleware`: the token is checked before the view, its cookie set after it. */
export const csrfViewMiddleware: Middleware = {
	processRequest(site, request) {
		site.python('csrf_begin', request);
		return null;
	},

	processView(site, request) {
		const refused = site.python('csrf_check', request) as string | null | undefined;
		if (typeof refused !== 'string') return null;
		site.say({
			type: 'log.written',
			logger: 'django.security.csrf',
			level: 'WARNING',
			message: `Forbidden (${refused}): ${String(site.python('request_path', request))}`
		});
		return site.python('csrf_refuse', request, refused) as Ref;
	},

	processResponse(site, request, response) {
		site.python('csrf_end', request, response);
		return response;
	}
};
