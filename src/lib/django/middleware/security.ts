import type { Middleware, Ref, Site } from './middleware.ts';

/** `django.middleware.security.SecurityMiddleware`: redirect to https, and the security headers. */
export const securityMiddleware: Middleware = {
	processRequest(site, request) {
		if (!site.setting('SECURE_SSL_REDIRECT')) return null;
		const host = site.setting('SECURE_SSL_HOST');
		const target = site.python('https_redirect', request, typeof host === 'string' ? host : null);
		return typeof target === 'string' ? (site.python('redirect', target, true) as Ref) : null;
	},

	processResponse(site, request, response) {
		const seconds = Number(site.setting('SECURE_HSTS_SECONDS') ?? 0);
		if (seconds > 0 && site.python('is_secure', request) === true) {
			setDefault(site, response, 'Strict-Transport-Security', hstsHeader(site, seconds));
		}
		if (site.setting('SECURE_CONTENT_TYPE_NOSNIFF')) {
			setDefault(site, response, 'X-Content-Type-Options', 'nosniff');
		}
		if (site.version.xssFilterHeader && site.setting('SECURE_BROWSER_XSS_FILTER')) {
			setDefault(site, response, 'X-XSS-Protection', '1; mode=block');
		}
		const policy = site.setting('SECURE_REFERRER_POLICY');
		if (policy) setDefault(site, response, 'Referrer-Policy', listed(policy));
		const opener = site.setting('SECURE_CROSS_ORIGIN_OPENER_POLICY');
		if (site.version.openerPolicyHeader && typeof opener === 'string' && opener) {
			setDefault(site, response, 'Cross-Origin-Opener-Policy', opener);
		}
		return response;
	}
};

function hstsHeader(site: Site, seconds: number): string {
	const subdomains = site.setting('SECURE_HSTS_INCLUDE_SUBDOMAINS') ? '; includeSubDomains' : '';
	const preload = site.setting('SECURE_HSTS_PRELOAD') ? '; preload' : '';
	return `max-age=${seconds}${subdomains}${preload}`;
}

function listed(policy: unknown): string {
	const parts = Array.isArray(policy) ? policy.map(String) : String(policy).split(',');
	return parts.map((part) => part.trim()).join(',');
}

/** Sets a header that the view has not set itself. */
export function setDefault(site: Site, response: Ref, name: string, value: string): void {
	if (site.python('has_header', response, name) !== true) site.python('set_header', response, name, value);
}
