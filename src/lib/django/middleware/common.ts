import type { Middleware } from './middleware.ts';

/** `django.middleware.common.CommonMiddleware`: host check, www and slash redirects, Content-Length. */
export const commonMiddleware: Middleware = {
	processRequest(site, request) {
		const redirect = site.python('common_request', request, site.version.appendsSlashEarly);
		return typeof redirect === 'string' ? (site.python('redirect', redirect, true) as number) : null;
	},

	processResponse(site, request, response) {
		const redirect = site.python('common_response', request, response);
		return typeof redirect === 'string' ? (site.python('redirect', redirect, true) as number) : response;
	}
};
