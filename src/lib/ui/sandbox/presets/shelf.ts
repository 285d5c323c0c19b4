import { DEFAULT_START } from '../../../time/instant.ts';
import type { Action } from '../../../world/action.ts';
import type { WorldStart } from '../../../world/scenario.ts';

type Engine = 'db' | 'cached_db' | 'cache' | 'file' | 'signed_cookies';

const SETTINGS = `SECRET_KEY = 'only-for-this-preset-0123456789-abcdefghijklmnop'
DEBUG = False
ALLOWED_HOSTS = ['*']
ROOT_URLCONF = 'urls'
INSTALLED_APPS = ['django.contrib.sessions']
MIDDLEWARE = ['django.contrib.sessions.middleware.SessionMiddleware']
SESSION_ENGINE = 'django.contrib.sessions.backends.ENGINE'
SESSION_FILE_PATH = 'sessions'
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db.sqlite3'}}
USE_TZ = True
`;

const URLS = `from django.urls import path

import views

urlpatterns = [
    path('', views.basket),
    path('add/', views.add),
]
`;

const VIEWS = `from django.http import HttpResponse

PAGE = '<title>Books</title><h1>Your basket</h1><p>{}</p><a href="/">Look</a> <a href="/add/">Add a book</a>'


def show(count):
    words = {0: 'Your basket is empty.', 1: '1 book'}
    return HttpResponse(PAGE.format(words.get(count, f'{count} books')))


def basket(request):
    return show(request.session.get('books', 0))


def add(request):
    request.session['books'] = request.session.get('books', 0) + 1
    return show(request.session['books'])
`;

/** The key of the first session of the shelf. */
export const FIRST_KEY = 'basket00000000000000000000000001';

/** A shop for books that keeps its baskets in sessions of that engine. */
export function shelfStart(engine: Engine, settings = ''): WorldStart {
	return {
		django: '5.2',
		now: DEFAULT_START,
		project: {
			'settings.py': SETTINGS.replace("ENGINE'", `${engine}'`) + settings,
			'urls.py': URLS,
			'views.py': VIEWS
		},
		origin: 'http://127.0.0.1:8000',
		sessionKeys: [FIRST_KEY, 'basket00000000000000000000000002', 'basket00000000000000000000000003'],
		seed: 'preset'
	};
}

const profile = 'browser';

export const migrate: Action = { type: 'manage', command: 'migrate -v 0' };
export const addBook: Action = { type: 'visit', profile, url: '/add/' };
export const look: Action = { type: 'visit', profile, url: '/' };

/** A book is added, and the request stops when so many steps are done. */
export function addBookUpTo(exchange: number, steps: number): readonly Action[] {
	return [
		{ type: 'visit', profile, url: '/add/', hold: true },
		...Array.from({ length: steps }, (): Action => ({ type: 'step', exchange }))
	];
}

/** Navigate, cookies, send, receive, SessionMiddleware, route, view: the view has answered, nothing is saved. */
export const VIEW_DONE = 7;
