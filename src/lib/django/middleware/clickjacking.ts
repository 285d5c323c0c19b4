import type { Middleware } from './middleware.ts';
import { setDefault } from './security.ts';

/** `django.middleware.clickjacking.XFrameOptionsMiddleware`. */
export const xFrameOptionsMiddleware: Middleware = {
	processResponse(site, _request, response) {
		if (site.python('flag', response, 'xframe_options_exempt') === true) return response;
		setDefault(site, response, 'X-Frame-Options', String(site.setting('X_FRAME_OPTIONS')).toUpperCase());
		return response;
	}
};
