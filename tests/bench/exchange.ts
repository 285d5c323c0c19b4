import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import { DEFAULT_START } from '../../src/lib/time/instant.ts';
import { World, type WorldPorts } from '../../src/lib/world/world.ts';
import { rate, type Bench, type BenchRow } from './row.ts';

const ENGINES = ['db', 'cached_db', 'cache', 'file', 'signed_cookies'] as const;

/** Exchanges of the counter view per second, each engine, beside real Django in process. */
export const bench: Bench = async () => {
	const peer = realDjango();
	const ports = await bootWorldPorts();
	return ENGINES.flatMap((engine): BenchRow[] => {
		const ours = exchangesPerSecond(engine, ports);
		const theirs = peer[engine];
		const what = `exchange, ${engine}`;
		const share = engine === 'db' ? 1 : 0.25;
		const aim = engine === 'db' ? "Django's rate" : "a quarter of Django's rate";
		const row: BenchRow = { what, who: 'Crumbtrail', value: ours, unit: 'exchanges/s', aim };
		if (theirs === undefined) return [row];
		return [
			{ ...row, met: ours >= theirs * share },
			{ what, who: 'Django 3.2 in process', value: theirs, unit: 'exchanges/s' }
		];
	});
};

function exchangesPerSecond(engine: string, ports: WorldPorts): number {
	const world = new World(
		{
			django: '5.2',
			now: DEFAULT_START,
			origin: 'http://127.0.0.1:8000',
			sessionKeys: [],
			seed: 'bench',
			project: project(engine)
		},
		ports
	);
	world.apply({ type: 'manage', command: 'migrate -v 0' });
	const result = rate(() => world.apply({ type: 'visit', profile: 'browser', url: '/' }), 2);
	world.end();
	return result;
}

function project(engine: string): Record<string, string> {
	return {
		'settings.py': `SECRET_KEY = 'crumbs-for-teaching-only-0123456789-abcdefghijkl'
DEBUG = False
ALLOWED_HOSTS = ['*']
INSTALLED_APPS = ['django.contrib.sessions']
MIDDLEWARE = [
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.middleware.common.CommonMiddleware',
]
ROOT_URLCONF = 'urls'
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db.sqlite3'}}
SESSION_ENGINE = 'django.contrib.sessions.backends.${engine}'
SESSION_FILE_PATH = 'sessions'
`,
		'urls.py': `from django.urls import path\nimport views\nurlpatterns = [path('', views.counter)]\n`,
		'views.py': `from django.http import HttpResponse


def counter(request):
    visits = request.session.get('num_visits', 0) + 1
    request.session['num_visits'] = visits
    return HttpResponse('view count=%d' % visits)
`
	};
}

/** Exchanges per second by engine, from Debian's python3-django; empty where it is not installed. */
function realDjango(): Readonly<Record<string, number>> {
	const script = fileURLToPath(new URL('real_django.py', import.meta.url));
	const done = spawnSync('/usr/bin/python3', [script, ...ENGINES], { encoding: 'utf8' });
	if (done.status !== 0) {
		console.error("Debian's python3-django is not installed: no peer for the exchanges.");
		return {};
	}
	return JSON.parse(done.stdout) as Record<string, number>;
}
