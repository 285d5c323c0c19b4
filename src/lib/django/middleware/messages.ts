import type { Middleware } from './middleware.ts';

/** `django.contrib.messages.middleware.MessageMiddleware`. */
export const messageMiddleware: Middleware = {
	processRequest(site, request) {
		site.python('attach_messages', request);
		return null;
	},

	processResponse(site, request, response) {
		site.python('store_messages', request, response);
		return response;
	}
};
