import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import { explain } from '../../src/lib/explain/explain.ts';
import type { Action } from '../../src/lib/world/action.ts';
import type { WorldEvent } from '../../src/lib/world/events.ts';
import { InvalidAction } from '../../src/lib/world/invalid-action.ts';
import { World, type WorldPorts } from '../../src/lib/world/world.ts';
import { COUNTER_PROJECT, counterStart } from '../fixtures/counter-project.ts';

let ports: WorldPorts;

beforeAll(async () => {
	ports = await bootWorldPorts();
});

const VIEWS = `from django.contrib.auth import login
from django.contrib.auth.models import User
from django.http import HttpResponse
visits = 0
def index(request):
    global visits
    visits += 1
    return HttpResponse(f'{request.user.username or "nobody"} {visits}')
def enter(request):
    login(request, User.objects.get(username='ann'))
    return HttpResponse('in')
`;
const URLS = `from django.urls import path
import views
urlpatterns = [path('', views.index), path('enter/', views.enter)]
`;
const AUTH = `
INSTALLED_APPS = ['django.contrib.auth', 'django.contrib.contenttypes', 'django.contrib.sessions']
MIDDLEWARE = ['django.contrib.sessions.middleware.SessionMiddleware', 'django.contrib.auth.middleware.AuthenticationMiddleware']
`;
const USER = "from django.contrib.auth.models import User\nUser.objects.create(username='ann')";

/** A migrated world with a user, whose sessions lie in this engine. */
function inWorld(engine: string, work: (world: World) => void): void {
	const settings = `${COUNTER_PROJECT['settings.py'] ?? ''}${AUTH}SESSION_ENGINE = 'django.contrib.sessions.backends.${engine}'\n`;
	const project = { 'settings.py': settings, 'urls.py': URLS, 'views.py': VIEWS };
	const world = new World({ ...counterStart(), project }, ports);
	try {
		world.apply({ type: 'manage', command: 'migrate -v 0' });
		world.apply({ type: 'shell', code: USER });
		work(world);
	} finally {
		world.end();
	}
}

const visit = (url: string): Action => ({ type: 'visit', profile: 'browser', url });

function open(world: World, url = '/'): { body: string | undefined; events: readonly WorldEvent[] } {
	const { events } = world.apply(visit(url));
	return { body: world.projection().profiles[0]?.page?.body, events };
}

const bodies = (world: World, times: number) => Array.from({ length: times }, () => open(world).body);

describe('two workers', () => {
	it('lose a login every other request where sessions lie in LocMemCache, and the trace says why', () => {
		inWorld('cache', (world) => {
			world.apply({ type: 'workers', count: 2 });
			open(world, '/enter/');
			world.apply({ type: 'nextWorker', worker: 1 });
			expect(open(world).body).toBe('ann 1');
			const { body, events } = open(world);
			expect(body).toBe('nobody 1');
			const missed = events.find(({ type }) => type === 'session.missed');
			expect(missed).toMatchObject({ reason: 'OtherWorker' });
			expect(missed && explain(missed).title).toBe('Another worker has this session');
			const chosen = events.find(({ type }) => type === 'worker.chosen');
			expect(chosen).toMatchObject({ worker: 2, of: 2, phase: 'receive' });
		});
	});

	it.each(['db', 'file', 'signed_cookies', 'cached_db'])(
		'keep a login where sessions lie in %s',
		(engine) => {
			inWorld(engine, (world) => {
				world.apply({ type: 'workers', count: 2 });
				open(world, '/enter/');
				expect(bodies(world, 4)).toEqual(['ann 1', 'ann 1', 'ann 2', 'ann 2']);
			});
		}
	);

	it('have their own globals, and one that restarts forgets alone', () => {
		inWorld('db', (world) => {
			world.apply({ type: 'workers', count: 2 });
			expect(bodies(world, 4)).toEqual(['nobody 1', 'nobody 1', 'nobody 2', 'nobody 2']);
			const { events } = world.apply({ type: 'restartWorker', worker: 2 });
			expect(events.map(({ type }) => type)).toEqual(['server.stopped', 'server.started']);
			expect(bodies(world, 2)).toEqual(['nobody 3', 'nobody 1']);
			world.apply({ type: 'workers', count: 1 });
			expect(bodies(world, 2)).toEqual(['nobody 4', 'nobody 5']);
		});
	});

	it('are shown, and a number that does not fit is refused', () => {
		inWorld('db', (world) => {
			world.apply({ type: 'workers', count: 2 });
			open(world);
			const { workers, nextWorker } = world.projection().server;
			expect([workers.map((id) => id !== null), nextWorker]).toEqual([[true, false], 2]);
			expect(() => world.apply({ type: 'nextWorker', worker: 3 })).toThrow(InvalidAction);
			expect(() => world.apply({ type: 'workers', count: 0 })).toThrow(InvalidAction);
		});
	});
});
