import type { ProjectFiles } from '../../src/lib/django/server.ts';
import { DEFAULT_START } from '../../src/lib/time/instant.ts';
import type { Action } from '../../src/lib/world/action.ts';
import { InvalidAction } from '../../src/lib/world/invalid-action.ts';
import type { WorldStart } from '../../src/lib/world/scenario.ts';
import { World, type WorldPorts } from '../../src/lib/world/world.ts';

/** A project whose views draw on all that could differ from one run to the next. */
const PROJECT: ProjectFiles = {
	'settings.py': `SECRET_KEY = 'crumbs-for-teaching-only-0123456789-abcdefghijkl'
DEBUG = True
ALLOWED_HOSTS = ['*']
INSTALLED_APPS = ['django.contrib.sessions']
MIDDLEWARE = ['django.contrib.sessions.middleware.SessionMiddleware']
ROOT_URLCONF = 'urls'
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db.sqlite3'}}
SESSION_ENGINE = 'django.contrib.sessions.backends.cached_db'
`,
	'urls.py': `from django.urls import path
import views

urlpatterns = [
    path('count/', views.count),
    path('chance/', views.chance),
    path('time/', views.time_of_day),
    path('file/', views.file),
    path('kept/', views.kept),
]
`,
	'seen.py': `pages = []
by_name = {'pages': pages}
STARTED = __import__('time').time()
`,
	'views.py': `import datetime
import random
import time
import uuid

from django.http import HttpResponse
from seen import by_name, pages

calls = 0
dice = random.Random(7)


class Guest:
    def __init__(self, name):
        self.name = name
        self.friends = []


host = Guest('host')


def count(request):
    global calls
    calls += 1
    request.session['count'] = request.session.get('count', 0) + 1
    return HttpResponse(f'{calls} {request.session["count"]}')


def chance(request):
    request.session['id'] = str(uuid.uuid4())
    return HttpResponse(f'{random.random()} {dice.randrange(6)} {hash("crumb")} {sorted({"a", "b", "c"})}')


def time_of_day(request):
    time.sleep(random.randrange(3))
    return HttpResponse(f'{time.time()} {datetime.datetime.now(datetime.timezone.utc).isoformat()}')


def file(request):
    with open('notes.txt', 'a') as notes:
        notes.write(f'{time.time()}\\n')
    return HttpResponse('written')


def kept(request):
    guest = Guest(random.choice('abc'))
    guest.friends.append(host)
    host.friends.append(guest)
    pages.append(guest)
    return HttpResponse(str(len(by_name['pages'])))
`
};

export const CHANCE_START: WorldStart = {
	django: '5.2',
	now: DEFAULT_START,
	project: PROJECT,
	origin: 'http://127.0.0.1:8000',
	sessionKeys: [],
	seed: 'chance'
};

export const MIGRATE: Action = { type: 'manage', command: 'migrate -v 0' };

/** Applies actions; one that does not fit changes nothing. */
export function play(world: World, actions: readonly Action[]): World {
	for (const action of actions) {
		world.ready();
		try {
			world.apply(action);
		} catch (error) {
			if (!(error instanceof InvalidAction)) throw error;
		}
	}
	return world;
}

/** A world of the project after these actions. */
export function playedWorld(ports: WorldPorts, actions: readonly Action[]): World {
	return play(new World(CHANCE_START, ports), [MIGRATE, ...actions]);
}
