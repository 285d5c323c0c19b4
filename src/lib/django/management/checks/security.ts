import { REFERRER_POLICIES } from '../../../http/referrer-policy.ts';
import {
	error,
	hasApp,
	hasMiddleware,
	listed,
	warning,
	type CheckContext,
	type CheckGroup,
	type CheckMessage
} from './check.ts';

const SECURITY = 'django.middleware.security.SecurityMiddleware';
const CSRF = 'django.middleware.csrf.CsrfViewMiddleware';
const XFRAME = 'django.middleware.clickjacking.XFrameOptionsMiddleware';
const SESSIONS = 'django.contrib.sessions.middleware.SessionMiddleware';

const OPENER_POLICIES = ['same-origin', 'same-origin-allow-popups', 'unsafe-none'];

/** What a site should have before strangers visit it: `check --deploy`. */
export const security: CheckGroup = {
	tag: 'security',
	deploy: true,
	run: (context) => [
		...middlewareMessages(context),
		...(hasMiddleware(context, SECURITY) ? securityMiddlewareMessages(context) : []),
		...secretMessages(context),
		...cookieMessages(context),
		...siteMessages(context)
	]
};

function middlewareMessages(context: CheckContext): CheckMessage[] {
	const found: CheckMessage[] = [];
	if (!hasMiddleware(context, SECURITY)) {
		const names = context.version.openerPolicyHeader
			? 'SECURE_HSTS_SECONDS, SECURE_CONTENT_TYPE_NOSNIFF, SECURE_REFERRER_POLICY, SECURE_CROSS_ORIGIN_OPENER_POLICY, and SECURE_SSL_REDIRECT'
			: 'SECURE_HSTS_SECONDS, SECURE_CONTENT_TYPE_NOSNIFF, SECURE_BROWSER_XSS_FILTER, SECURE_REFERRER_POLICY, and SECURE_SSL_REDIRECT';
		found.push(
			warning(
				'security.W001',
				`You do not have '${SECURITY}' in your MIDDLEWARE so the ${names} settings will have no effect.`
			)
		);
	}
	if (!hasMiddleware(context, XFRAME)) {
		found.push(
			warning(
				'security.W002',
				`You do not have '${XFRAME}' in your MIDDLEWARE, so your pages will not be served with an 'x-frame-options' header. Unless there is a good reason for your site to be served in a frame, you should consider enabling this header to help prevent clickjacking attacks.`
			)
		);
	}
	if (!hasMiddleware(context, CSRF)) {
		found.push(
			warning(
				'security.W003',
				`You don't appear to be using Django's built-in cross-site request forgery protection via the middleware ('${CSRF}' is not in your MIDDLEWARE). Enabling the middleware is the safest approach to ensure you don't leave any holes.`
			)
		);
	}
	return found;
}

function securityMiddlewareMessages({ setting, version }: CheckContext): CheckMessage[] {
	const found: CheckMessage[] = [];
	const seconds = Number(setting('SECURE_HSTS_SECONDS'));
	if (!seconds) found.push(warning('security.W004', HSTS_SECONDS));
	if (seconds && setting('SECURE_HSTS_INCLUDE_SUBDOMAINS') !== true) {
		found.push(warning('security.W005', HSTS_SUBDOMAINS));
	}
	if (setting('SECURE_CONTENT_TYPE_NOSNIFF') !== true) found.push(warning('security.W006', NOSNIFF));
	if (setting('SECURE_SSL_REDIRECT') !== true) found.push(warning('security.W008', SSL_REDIRECT));
	if (seconds && setting('SECURE_HSTS_PRELOAD') !== true) {
		found.push(warning('security.W021', HSTS_PRELOAD));
	}
	found.push(...referrerMessages(setting('SECURE_REFERRER_POLICY')));
	const opener = setting('SECURE_CROSS_ORIGIN_OPENER_POLICY');
	if (
		version.openerPolicyHeader &&
		opener !== null &&
		!(OPENER_POLICIES as readonly unknown[]).includes(opener)
	) {
		found.push(
			error(
				'security.E024',
				'You have set the SECURE_CROSS_ORIGIN_OPENER_POLICY setting to an invalid value.',
				`Valid values are: ${OPENER_POLICIES.join(', ')}.`
			)
		);
	}
	return found;
}

function referrerMessages(policy: unknown): CheckMessage[] {
	if (policy === null || policy === undefined) return [warning('security.W022', REFERRER)];
	const values = Array.isArray(policy)
		? policy.map(String)
		: typeof policy === 'string'
			? policy.split(',')
			: [''];
	const known: readonly string[] = REFERRER_POLICIES;
	if (values.every((value) => known.includes(value.trim()))) return [];
	return [
		error(
			'security.E023',
			'You have set the SECURE_REFERRER_POLICY setting to an invalid value.',
			`Valid values are: ${REFERRER_POLICIES.join(', ')}.`
		)
	];
}

function secretMessages({ setting, version }: CheckContext): CheckMessage[] {
	const weak = (secret: unknown) =>
		typeof secret !== 'string' ||
		secret.length < 50 ||
		new Set(secret).size < 5 ||
		secret.startsWith('django-insecure-');
	const said = (name: string, what: string) =>
		`Your ${name} has less than 50 characters, less than 5 unique characters, or it's prefixed with 'django-insecure-' indicating that it was generated automatically by Django. Please generate a long and random ${what}, otherwise many of Django's security-critical features will be vulnerable to attack.`;
	const what = version.secretKeyFallbacks ? 'value' : 'SECRET_KEY';
	const found = weak(setting('SECRET_KEY')) ? [warning('security.W009', said('SECRET_KEY', what))] : [];
	if (!version.secretKeyFallbacks) return found;
	const fallbacks = listed(setting('SECRET_KEY_FALLBACKS'));
	return [
		...found,
		...fallbacks.flatMap((secret, at) =>
			weak(secret) ? [warning('security.W025', said(`SECRET_KEY_FALLBACKS[${at}]`, what))] : []
		)
	];
}

function cookieMessages(context: CheckContext): CheckMessage[] {
	const { setting } = context;
	const found: CheckMessage[] = [];
	const app = hasApp(context, 'django.contrib.sessions');
	const middleware = hasMiddleware(context, SESSIONS);
	if (app || middleware) {
		const where = app && middleware ? 2 : app ? 0 : 1;
		if (setting('SESSION_COOKIE_SECURE') !== true) {
			const id = ['security.W010', 'security.W011', 'security.W012'][where] ?? '';
			found.push(warning(id, sessionCookie('SESSION_COOKIE_SECURE', SECURE_REASON, where)));
		}
		if (setting('SESSION_COOKIE_HTTPONLY') !== true) {
			const id = ['security.W013', 'security.W014', 'security.W015'][where] ?? '';
			found.push(warning(id, sessionCookie('SESSION_COOKIE_HTTPONLY', HTTPONLY_REASON, where)));
		}
	}
	const csrf = hasMiddleware(context, CSRF) && setting('CSRF_USE_SESSIONS') !== true;
	if (csrf && setting('CSRF_COOKIE_SECURE') !== true) found.push(warning('security.W016', CSRF_SECURE));
	return found;
}

/** @param where 0: only the app is there, 1: only the middleware, 2: both */
function sessionCookie(name: string, reason: string, where: number): string {
	if (where === 2) return `${name} is not set to True. ${reason}`;
	const has =
		where === 0
			? "You have 'django.contrib.sessions' in your INSTALLED_APPS"
			: `You have '${SESSIONS}' in your MIDDLEWARE`;
	return `${has}, but you have not set ${name} to True. ${reason}`;
}

function siteMessages(context: CheckContext): CheckMessage[] {
	const { setting } = context;
	const found: CheckMessage[] = [];
	if (setting('DEBUG') === true) {
		found.push(warning('security.W018', 'You should not have DEBUG set to True in deployment.'));
	}
	if (hasMiddleware(context, XFRAME) && setting('X_FRAME_OPTIONS') !== 'DENY') {
		found.push(
			warning(
				'security.W019',
				`You have '${XFRAME}' in your MIDDLEWARE, but X_FRAME_OPTIONS is not set to 'DENY'. Unless there is a good reason for your site to serve other parts of itself in a frame, you should change it to 'DENY'.`
			)
		);
	}
	if (listed(setting('ALLOWED_HOSTS')).length === 0) {
		found.push(warning('security.W020', 'ALLOWED_HOSTS must not be empty in deployment.'));
	}
	return found;
}

const HSTS_SECONDS =
	'You have not set a value for the SECURE_HSTS_SECONDS setting. If your entire site is served only over SSL, you may want to consider setting a value and enabling HTTP Strict Transport Security. Be sure to read the documentation first; enabling HSTS carelessly can cause serious, irreversible problems.';
const HSTS_SUBDOMAINS =
	'You have not set the SECURE_HSTS_INCLUDE_SUBDOMAINS setting to True. Without this, your site is potentially vulnerable to attack via an insecure connection to a subdomain. Only set this to True if you are certain that all subdomains of your domain should be served exclusively via SSL.';
const HSTS_PRELOAD =
	'You have not set the SECURE_HSTS_PRELOAD setting to True. Without this, your site cannot be submitted to the browser preload list.';
const NOSNIFF =
	"Your SECURE_CONTENT_TYPE_NOSNIFF setting is not set to True, so your pages will not be served with an 'X-Content-Type-Options: nosniff' header. You should consider enabling this header to prevent the browser from identifying content types incorrectly.";
const SSL_REDIRECT =
	'Your SECURE_SSL_REDIRECT setting is not set to True. Unless your site should be available over both SSL and non-SSL connections, you may want to either set this setting True or configure a load balancer or reverse-proxy server to redirect all connections to HTTPS.';
const REFERRER =
	'You have not set the SECURE_REFERRER_POLICY setting. Without this, your site will not send a Referrer-Policy header. You should consider enabling this header to protect user privacy.';
const SECURE_REASON =
	'Using a secure-only session cookie makes it more difficult for network traffic sniffers to hijack user sessions.';
const HTTPONLY_REASON =
	'Using an HttpOnly session cookie makes it more difficult for cross-site scripting attacks to hijack user sessions.';
const CSRF_SECURE = `You have '${CSRF}' in your MIDDLEWARE, but you have not set CSRF_COOKIE_SECURE to True. Using a secure-only CSRF cookie makes it more difficult for network traffic sniffers to steal the CSRF token.`;
