import { DjangoError } from '../error.ts';
import type { Middleware } from './middleware.ts';

/** `django.middleware.common.CommonMiddleware`: host check, www and slash redirects, Content-Length. */
export const commonMiddleware: Middleware = {
	processRequest(site, request) {
		if (site.python('agent_is_banned', request) === true) {
			throw new DjangoError('django.core.exceptions.PermissionDenied', 'Forbidden user agent');
		}
		site.python('get_host', request);
		const redirect = site.python('common_redirect', request, site.version.appendsSlashEarly) as
			string | null | undefined;
		return typeof redirect === 'string' ? (site.python('redirect', redirect, true) as number) : null;
	},

	processResponse(site, request, response) {
		if (site.python('status', response) === 404) {
			const redirect = site.python('common_redirect', request, true) as string | null | undefined;
			if (typeof redirect === 'string') return site.python('redirect', redirect, true) as number;
		}
		const length = site.python('content_length', response) as number | null | undefined;
		if (typeof length === 'number' && site.python('has_header', response, 'Content-Length') !== true) {
			site.python('set_header', response, 'Content-Length', String(length));
		}
		return response;
	}
};
