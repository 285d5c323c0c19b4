import { DjangoError } from '../error.ts';
import type { Middleware } from './middleware.ts';

/** `django.contrib.auth.middleware.AuthenticationMiddleware`: `request.user`, looked up at its first use. */
export const authenticationMiddleware: Middleware = {
	processRequest(site, request) {
		if (site.python('has_session', request) !== true) {
			throw new DjangoError(site.version.authNeedsSession.type, site.version.authNeedsSession.message);
		}
		site.python('attach_user', request);
		return null;
	}
};
