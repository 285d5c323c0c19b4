import type { ProjectFiles } from '../../django/server.ts';

/** A script to begin with. */
export interface ReadyMade {
	readonly id: string;
	readonly title: string;
	/** The question that it answers. */
	readonly asks: string;
	readonly script: string;
}

const SETTINGS = `SECRET_KEY = 'only-for-this-page-0123456789-abcdefghijklmnop'
DEBUG = False
ALLOWED_HOSTS = ['*']
ROOT_URLCONF = 'urls'
INSTALLED_APPS = [
    'django.contrib.auth',
    'django.contrib.contenttypes',
    'django.contrib.sessions',
]
MIDDLEWARE = [
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.contrib.auth.middleware.AuthenticationMiddleware',
]
SESSION_ENGINE = 'django.contrib.sessions.backends.db'
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db.sqlite3'}}
DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'
USE_TZ = True

# Quick, for this page. A real site keeps Django's slow default.
PASSWORD_HASHERS = ['django.contrib.auth.hashers.MD5PasswordHasher']
`;

const URLS = `from django.urls import path

import views

urlpatterns = [
    path('', views.basket),
    path('add/', views.add),
    path('fill/<int:size>/', views.fill),
    path('login/', views.enter),
    path('logout/', views.leave),
]
`;

const VIEWS = `from django.contrib.auth import authenticate, login, logout
from django.http import HttpResponse


def basket(request):
    count = request.session.get('books', 0)
    name = request.user.get_username() or 'nobody'
    return HttpResponse(f'{name}: {count} in the basket')


def add(request):
    request.session['books'] = request.session.get('books', 0) + 1
    return basket(request)


def fill(request, size):
    # Text without a pattern: signed_cookies compresses what it can.
    notes, seed = [], 1
    for _ in range(size):
        seed = (seed * 1103515245 + 12345) % 2**31
        notes.append(chr(35 + seed // 2**16 % 56))
    request.session['notes'] = ''.join(notes)
    return HttpResponse(f'{size} characters kept')


def enter(request):
    user = authenticate(request, username=request.POST['name'], password=request.POST['word'])
    if user is None:
        return HttpResponse('Wrong name or word', status=403)
    login(request, user)
    return basket(request)


def leave(request):
    logout(request)
    return basket(request)
`;

/** The project of the ready-made scripts: a basket, and somebody who may log in. */
export const BASKET_PROJECT: ProjectFiles = { 'views.py': VIEWS, 'settings.py': SETTINGS, 'urls.py': URLS };

const ADA = `shell from django.contrib.auth.models import User; _ = User.objects.create_user('ada', password='lace')`;

export const READY_MADE: readonly ReadyMade[] = [
	{
		id: 'restart',
		title: 'The server restarts',
		asks: 'Which engine loses the basket?',
		script: 'visit /add/\nvisit /\nrestart\nvisit /\n'
	},
	{
		id: 'workers',
		title: 'Two workers',
		asks: 'Which engine finds the basket in one request and not in the next?',
		script: 'workers 2\nvisit /add/\nvisit /\nvisit /\n'
	},
	{
		id: 'close',
		title: 'The browser is closed',
		asks: 'Does closing the browser end the session? And with SESSION_EXPIRE_AT_BROWSER_CLOSE?',
		script:
			'visit /add/\nclose browser\nvisit /\n\nset SESSION_EXPIRE_AT_BROWSER_CLOSE = True\nvisit /add/\nclose browser\nvisit /\n'
	},
	{
		id: 'two-weeks',
		title: 'Two weeks and a day later',
		asks: 'Which store is still full when the session is over, and what does clearsessions remove?',
		script: 'visit /add/\nadvance 15d\nvisit /\nclearsessions\n'
	},
	{
		id: 'tamper',
		title: 'Somebody changes the cookie',
		asks: 'What does each engine make of a cookie that was changed by hand?',
		script: 'visit /add/\ntamper sessionid\nvisit /\nvisit /add/\n'
	},
	{
		id: 'login',
		title: 'Log in and log out',
		asks: 'When does the session get a new key, and what is left after the logout?',
		script: `${ADA}\nvisit /add/\npost /login/ name=ada word=lace\nvisit /\npost /logout/\nvisit /\n`
	},
	{
		id: 'old-cookie',
		title: 'A copied cookie after the logout',
		asks: 'Can a copy of the cookie still be used when its owner has logged out?',
		script: `${ADA}\npost /login/ name=ada word=lace\nthief: copy cookie sessionid\npost /logout/\nvisit /\nthief: visit /\n`
	},
	{
		id: 'secret',
		title: 'A new SECRET_KEY',
		asks: 'Who is logged out when SECRET_KEY changes?',
		script: `${ADA}\npost /login/ name=ada word=lace\nvisit /add/\nrotate secret key\nvisit /\n`
	},
	{
		id: 'four-kilobytes',
		title: 'Four kilobytes',
		asks: 'How much fits into a session?',
		script: 'visit /fill/2000/\nvisit /add/\nvisit /fill/5000/\nvisit /\n'
	}
];
