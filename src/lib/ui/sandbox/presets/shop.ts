import type { ProjectFiles } from '../../../django/server.ts';
import { DEFAULT_START } from '../../../time/instant.ts';
import type { Action } from '../../../world/action.ts';
import type { StaticPage, WorldStart } from '../../../world/scenario.ts';

const SETTINGS = `SECRET_KEY = 'only-for-this-preset-0123456789-abcdefghijklmnop'
DEBUG = True
ALLOWED_HOSTS = ['*']
ROOT_URLCONF = 'urls'
INSTALLED_APPS = []
MIDDLEWARE = ['django.middleware.common.CommonMiddleware']
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db.sqlite3'}}
USE_TZ = True
`;

const URLS = `from django.urls import path

import views

urlpatterns = [
    path('', views.home),
    path('set/', views.set_cookie),
    path('account/', views.account),
]
`;

const VIEWS = `from django.http import HttpResponse
from django.utils.html import escape

LINE = LINE_HERE


def set_cookie(request):
    response = HttpResponse('<title>Set</title><h1>A cookie is on its way</h1><a href="/account/">My account</a>')
    response['Set-Cookie'] = LINE
    return response


def home(request):
    return HttpResponse('<title>Shop</title><h1>Shop</h1><a href="/set/">Set the cookie</a>')


def account(request):
    cookies = escape(request.headers.get('Cookie', 'no cookie'))
    return HttpResponse(f'<title>Account</title><h1>Account</h1><p>{request.method} came with: {cookies}</p>')
`;

/** The shop: one view sets the cookie of a line, another says which cookies came. */
export function shopProject(line: string): ProjectFiles {
	const text = line.length > 200 ? `'big=' + 'x' * ${line.length - 'big='.length}` : pythonText(line);
	return { 'settings.py': SETTINGS, 'urls.py': URLS, 'views.py': VIEWS.replace('LINE_HERE', text) };
}

function pythonText(line: string): string {
	const escaped = line
		.replaceAll('\\', '\\\\')
		.replaceAll("'", "\\'")
		.replace(/[^ -~]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
	return `'${escaped}'`;
}

export const SHOP = 'https://shop.example';
export const EVIL = 'https://evil.example';

const page = (title: string, body: string): StaticPage => ({
	body: `<title>${title}</title><h1>${title}</h1>${body}`
});

/** The pages of another site. */
export const EVIL_PAGES: Readonly<Record<string, StaticPage>> = {
	'/': page('A page of another site', '<p>What this page asks of the shop is cross-site.</p>'),
	'/link/': page('A link to the shop', `<a href="${SHOP}/account/">To your account</a>`),
	'/form/': page(
		'You have won',
		`<form method="post" action="${SHOP}/account/"><input type="hidden" name="to" value="evil"><button>Take the prize</button></form>`
	),
	'/sends/': page(
		'Please wait',
		`<form data-crumb-send method="post" action="${SHOP}/account/"><input type="hidden" name="to" value="evil"></form><p>A script sends a form to the shop as soon as this page is there.</p>`
	),
	'/collect/': page('Thank you', '')
};

/** A world with the shop as its Django project and evil.example beside it. */
export function shopStart(line: string, more: Partial<WorldStart> = {}): WorldStart {
	return {
		django: '5.2',
		now: DEFAULT_START,
		project: shopProject(line),
		origin: SHOP,
		sessionKeys: [],
		seed: 'preset',
		fullBrowser: true,
		sites: [{ origin: EVIL, content: { kind: 'pages', pages: EVIL_PAGES } }],
		...more
	};
}

const profile = 'browser';

/** An address is typed into the first browser. */
export const typed = (url: string): Action => ({ type: 'visit', profile, url });
/** A form of the page on show is posted. */
export const posted = (to: string): Action => ({
	type: 'submit',
	profile,
	to,
	data: { to: 'evil' },
	from: 1
});
/** The page on show loads an image. */
export const image = (url: string): Action => ({ type: 'load', profile, kind: 'image', url });
/** The page on show loads a frame. */
export const frame = (url: string): Action => ({ type: 'load', profile, kind: 'frame', url });
/** A script of the page on show writes a cookie. */
export const wrote = (line: string): Action => ({ type: 'writeScript', profile, line });
/** A script of the page on show reads the cookies. */
export const read: Action = { type: 'readScript', profile };
