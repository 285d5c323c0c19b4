import { DRAFT } from '../browser/cookies/draft.ts';
import type { ExplanationLink } from './explanation.ts';

/** A page of Django's documentation, such as "topics/http/sessions/#when-sessions-are-saved". */
export function djangoDocs(page: string, label: string): ExplanationLink {
	return { href: `https://docs.djangoproject.com/en/5.2/${page}`, label: `Django: ${label}` };
}

/** A section of RFC 6265bis, such as "5.7". */
export function cookieDraft(section: string, label: string): ExplanationLink {
	return {
		href: `https://datatracker.ietf.org/doc/html/${DRAFT}#section-${section}`,
		label: `RFC 6265bis, ${section}: ${label}`
	};
}

/** A page of MDN's web documentation, such as "HTTP/Guides/Cookies". */
export function mdn(page: string, label: string): ExplanationLink {
	return { href: `https://developer.mozilla.org/en-US/docs/Web/${page}`, label: `MDN: ${label}` };
}

/** The pages that several explanations share. */
export const LINKS = {
	saving: djangoDocs('topics/http/sessions/#when-sessions-are-saved', 'When sessions are saved'),
	usingSessions: djangoDocs('topics/http/sessions/#using-sessions-in-views', 'Using sessions in views'),
	sessionObject: djangoDocs('topics/http/sessions/#session-object-guidelines', 'Session object guidelines'),
	engines: djangoDocs(
		'topics/http/sessions/#configuring-the-session-engine',
		'Configuring the session engine'
	),
	outsideViews: djangoDocs(
		'topics/http/sessions/#using-sessions-out-of-views',
		'Using sessions out of views'
	),
	clearing: djangoDocs('topics/http/sessions/#clearing-the-session-store', 'Clearing the session store'),
	browserLength: djangoDocs(
		'topics/http/sessions/#browser-length-sessions-vs-persistent-sessions',
		'Browser-length and persistent sessions'
	),
	sessionIds: djangoDocs('topics/http/sessions/#session-ids-in-urls', 'Session IDs in URLs'),
	cookieAge: djangoDocs('ref/settings/#session-cookie-age', 'SESSION_COOKIE_AGE'),
	secretKey: djangoDocs('ref/settings/#secret-key', 'SECRET_KEY'),
	middleware: djangoDocs('topics/http/middleware/', 'Middleware'),
	urls: djangoDocs('topics/http/urls/#how-django-processes-a-request', 'How Django processes a request'),
	views: djangoDocs('topics/http/views/', 'Writing views'),
	errors: djangoDocs('topics/http/views/#returning-errors', 'Returning errors'),
	setCookie: djangoDocs(
		'ref/request-response/#django.http.HttpResponse.set_cookie',
		'HttpResponse.set_cookie'
	),
	requestAndResponse: djangoDocs('ref/request-response/', 'Request and response objects'),
	logging: djangoDocs('topics/logging/', 'Logging'),
	database: djangoDocs('topics/db/queries/', 'Making queries'),
	runserver: djangoDocs('ref/django-admin/#runserver', 'runserver'),
	manage: djangoDocs('ref/django-admin/', 'django-admin and manage.py'),
	storing: cookieDraft('5.7', 'Storage model'),
	sending: cookieDraft('5.8', 'Retrieval model'),
	cookies: mdn('HTTP/Guides/Cookies', 'Using HTTP cookies'),
	messages: mdn('HTTP/Guides/Messages', 'HTTP messages'),
	redirects: mdn('HTTP/Guides/Redirections', 'Redirections in HTTP'),
	clock: djangoDocs('topics/i18n/timezones/', 'Time zones')
} as const;
