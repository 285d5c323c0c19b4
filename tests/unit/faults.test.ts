import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import type { Action } from '../../src/lib/world/action.ts';
import type { FaultAction } from '../../src/lib/world/faults/fault-action.ts';
import type { DjangoVersion } from '../../src/lib/django/server.ts';
import { InvalidAction } from '../../src/lib/world/invalid-action.ts';
import { World, type WorldPorts } from '../../src/lib/world/world.ts';
import { COUNTER_PROJECT, counterStart } from '../fixtures/counter-project.ts';

let ports: WorldPorts;

beforeAll(async () => {
	ports = await bootWorldPorts();
});

const VIEWS = `from django.http import HttpResponse
def write(request):
    request.session['n'] = request.session.get('n', 0) + 1
    return HttpResponse(f"n={request.session['n']}")
def read(request):
    return HttpResponse(f"n={request.session.get('n', 0)}")
def cycle(request):
    request.session.cycle_key()
    return HttpResponse('cycled')
def flush(request):
    request.session.flush()
    return HttpResponse('flushed')
def upload(request):
    with open('/tmp/upload', 'w') as file:
        file.write('bytes')
    return HttpResponse('up')
def expires_only(request):
    response = HttpResponse('theme')
    response.cookies['theme'] = 'dark'
    response.cookies['theme']['expires'] = 'Mon, 05 Jan 2026 09:45:00 GMT'
    return response
`;
const URLS = `from django.urls import path
import views
urlpatterns = [path(f'{name}/', getattr(views, name)) for name in ('write', 'read', 'cycle', 'flush', 'upload', 'expires_only')]
`;
type Engine = 'db' | 'cached_db' | 'cache' | 'file' | 'signed_cookies';

interface Kind {
	readonly engine?: Engine;
	readonly django?: DjangoVersion;
	readonly settings?: string;
}

function inWorld(
	{ engine = 'db', django = '5.2', settings = '' }: Kind,
	work: (world: World, look: Look) => void
) {
	const text = `${COUNTER_PROJECT['settings.py'] ?? ''}\nSESSION_ENGINE = 'django.contrib.sessions.backends.${engine}'\n${settings}`;
	const project = { 'settings.py': text, 'urls.py': URLS, 'views.py': VIEWS };
	const world = new World({ ...counterStart(), django, project }, ports);
	try {
		world.apply({ type: 'manage', command: 'migrate -v 0' });
		work(world, lookAt(world));
	} finally {
		world.end();
	}
}

type Look = ReturnType<typeof lookAt>;

/** What a browser sees, and what came of it. */
function lookAt(world: World) {
	const last = () => {
		const exchange = world.projection().exchanges.at(-1);
		if (!exchange) throw new Error('No exchange yet');
		return exchange;
	};
	const visit = (path: string, profile = 'browser', hold = false): Action => ({
		type: 'visit',
		profile,
		url: `/${path}/`,
		...(hold && { hold })
	});
	return {
		last,
		/** Status and text, and how many seconds the request took. */
		get(path: string, profile = 'browser') {
			const before = world.clock.now();
			world.apply(visit(path, profile));
			const { response, error } = last();
			const seconds = (world.clock.now() - before) / 1e6;
			const text = response?.status === 200 ? response.body : (error?.type ?? null);
			return [response?.status, text, seconds];
		},
		/** Holds an exchange before a phase. */
		hold(path: string, phase: string, profile = 'browser') {
			world.apply(visit(path, profile, true));
			const { id } = last();
			while (world.projection().exchanges.find((one) => one.id === id)?.next?.phase !== phase) {
				world.apply({ type: 'step', exchange: id });
			}
			return id;
		},
		cookies: (profile = 'browser') =>
			(world.projection().profiles.find(({ name }) => name === profile)?.cookies ?? []).map(
				({ name }) => name
			),
		key: () => world.projection().profiles[0]?.cookies.find(({ name }) => name === 'sessionid')?.value ?? ''
	};
}

describe('a locked database', () => {
	// Seen from Django 3.2.25 and 5.2.17 on SQLite while another connection held BEGIN IMMEDIATE or EXCLUSIVE.
	it.each([
		['writes', 'db', 'read', [200, 'n=1', 0]],
		['writes', 'db', 'write', [400, null, 5]],
		['writes', 'db', 'cycle', [500, 'OperationalError', 5]],
		['writes', 'db', 'flush', [500, 'OperationalError', 5]],
		['everything', 'db', 'read', [500, 'OperationalError', 5]],
		['everything', 'db', 'write', [500, 'OperationalError', 5]],
		['writes', 'cached_db', 'read', [200, 'n=1', 0]],
		['writes', 'cached_db', 'write', [400, null, 5]],
		['everything', 'cached_db', 'read', [200, 'n=1', 0]],
		['writes', 'cache', 'write', [200, 'n=2', 0]],
		['everything', 'file', 'write', [200, 'n=2', 0]],
		['everything', 'signed_cookies', 'write', [200, 'n=2', 0]]
	] as const)('against %s, with %s: /%s/ gives %j', (against, engine, path, seen) => {
		inWorld({ engine }, (world, look) => {
			look.get('write');
			world.apply({ type: 'lockDatabase', against });
			expect(look.get(path)).toEqual(seen);
			world.apply({ type: 'unlockDatabase' });
			expect(look.get('read')[0]).toBe(200);
		});
	});

	it.each(['3.2', '4.2', '5.2', '6.1'] as const)('keeps a new session out under Django %s', (django) => {
		inWorld({ django }, (world, look) => {
			world.apply({ type: 'lockDatabase', against: 'writes' });
			expect(look.get('write')).toEqual([500, 'OperationalError', 5]);
			expect(look.cookies()).toEqual([]);
			expect(look.last().error?.message).toBe('database is locked');
			expect(look.get('read')).toEqual([200, 'n=0', 0]);
		});
	});

	it('is waited for as long as OPTIONS say', () => {
		const settings = "DATABASES['default']['OPTIONS'] = {'timeout': 20}\n";
		inWorld({ settings }, (world, look) => {
			world.apply({ type: 'lockDatabase', against: 'writes' });
			expect(look.get('write')).toEqual([500, 'OperationalError', 20]);
		});
	});

	it('keeps SQL of the learner out as well, but not what looks', () => {
		inWorld({}, (world) => {
			world.apply({ type: 'lockDatabase', against: 'writes' });
			const answer = (sql: string) => world.apply({ type: 'sql', sql }).answer;
			expect(answer('DELETE FROM django_session')).toMatchObject({
				error: { message: 'database is locked' }
			});
			expect(answer('SELECT count(*) FROM django_session')).toMatchObject({ rows: [[0]], error: null });
			expect(world.projection().store.sessions).toEqual([]);
		});
	});
});

describe('a full disk', () => {
	// Seen from Django 3.2.25 with an os.write that raises OSError(28).
	it('lets the file engine lose data without a word', () => {
		inWorld({ engine: 'file' }, (world, look) => {
			look.get('write');
			world.apply({ type: 'fillDisk' });
			expect(look.get('read')).toEqual([200, 'n=1', 0]);
			expect(look.get('write')).toEqual([200, 'n=2', 0]);
			expect(look.get('read')).toEqual([200, 'n=1', 0]);
			expect(look.get('write', 'other')).toEqual([200, 'n=1', 0]);
			expect(look.cookies('other')).toEqual(['sessionid']);
			expect(look.last().events.find(({ type }) => type === 'session.unwritten')).toMatchObject({
				left: 'empty'
			});
			world.apply({ type: 'freeDisk' });
			expect(look.get('read', 'other')).toEqual([200, 'n=0', 0]);
			expect(look.get('write')).toEqual([200, 'n=2', 0]);
			expect(look.get('read')).toEqual([200, 'n=2', 0]);
		});
	});

	it('is an OSError to a view that writes a file', () => {
		inWorld({}, (world, look) => {
			world.apply({ type: 'fillDisk' });
			expect(look.get('upload')).toEqual([500, 'OSError', 0]);
			expect(look.last().error?.message).toMatch(/No space left on device$/);
		});
	});
});

describe('a response that is lost', () => {
	it.each(['receive', 'middleware-out', 'store-cookies'])('at %s leaves the row, and no cookie', (phase) => {
		inWorld({}, (world, look) => {
			const exchange = look.hold('write', phase);
			world.apply({ type: 'loseResponse', exchange });
			if (phase !== 'store-cookies') world.apply({ type: 'finish', exchange });
			expect(look.last()).toMatchObject({ next: null, failure: { reason: 'ResponseLost' } });
			expect(look.cookies()).toEqual([]);
			expect(world.projection().store.sessions).toHaveLength(1);
			expect(look.get('read')).toEqual([200, 'n=0', 0]);
		});
	});
});

describe('a killed worker', () => {
	it('saves nothing, sends nothing, and forgets', () => {
		inWorld({ engine: 'cache' }, (world, look) => {
			look.get('write');
			const first = world.projection().server.process;
			const exchange = look.hold('write', 'middleware-out');
			const other = look.hold('read', 'view', 'other');
			world.apply({ type: 'killWorker', exchange });
			const flights = world.projection().exchanges.slice(-2);
			expect(flights.map(({ failure }) => failure?.reason)).toEqual(['WorkerKilled', 'WorkerKilled']);
			expect(flights.map(({ id }) => id)).toEqual([exchange, other]);
			expect(look.get('read')).toEqual([200, 'n=0', 0]);
			expect(world.projection().server.process).not.toBe(first);
		});
	});

	it('leaves the other workers alone', () => {
		inWorld({}, (world, look) => {
			look.get('write');
			world.apply({ type: 'workers', count: 2 });
			const exchange = look.hold('write', 'middleware-out');
			const other = look.hold('read', 'view', 'other');
			world.apply({ type: 'killWorker', exchange });
			world.apply({ type: 'finish', exchange: other });
			expect(look.last()).toMatchObject({ id: other, response: { status: 200 } });
			expect(look.get('read')).toEqual([200, 'n=1', 0]);
		});
	});
});

describe('a session that vanishes under a running request', () => {
	it.each(['db', 'cached_db', 'cache', 'file'] as const)('with %s: 400, and the cookie goes', (engine) => {
		inWorld({ engine }, (world, look) => {
			look.get('write');
			const exchange = look.hold('write', 'middleware-out');
			world.apply({ type: 'destroySession', key: look.key() });
			world.apply({ type: 'finish', exchange });
			expect(look.last().response?.status).toBe(400);
			expect(look.get('read')).toEqual([200, 'n=0', 0]);
		});
	});
});

describe('caches', () => {
	const evict = (world: World): FaultAction => ({
		type: 'evictEntry',
		key: world.projection().store.cache[0]?.key ?? ''
	});
	const empty = (): FaultAction => ({ type: 'emptyCaches' });
	it.each([
		['cache', 'emptied', empty, 'n=0'],
		['cache', 'short of an entry', evict, 'n=0'],
		['cached_db', 'emptied', empty, 'n=1'],
		['cached_db', 'short of an entry', evict, 'n=1']
	] as const)('with %s, %s', (engine, _, fault, text) => {
		inWorld({ engine }, (world, look) => {
			look.get('write');
			world.apply(fault(world));
			expect(world.projection().store.cache).toEqual([]);
			expect(look.get('read')).toEqual([200, text, 0]);
		});
	});
});

describe('another SECRET_KEY', () => {
	it.each([
		['db', false, 'n=0'],
		['db', true, 'n=1'],
		['signed_cookies', false, 'n=0'],
		['signed_cookies', true, 'n=1']
	] as const)('with %s, old key kept: %s', (engine, keepOld, text) => {
		inWorld({ engine }, (world, look) => {
			look.get('write');
			world.apply({ type: 'rotateSecretKey', keepOld });
			expect(look.get('read')).toEqual([200, text, 0]);
			expect(/^SECRET_KEY_FALLBACKS = \['/m.test(world.projection().server.files['settings.py'] ?? '')).toBe(
				keepOld
			);
		});
	});

	it('keeps all the old ones', () => {
		inWorld({}, (world, look) => {
			look.get('write');
			for (let times = 0; times < 2; times++) world.apply({ type: 'rotateSecretKey', keepOld: true });
			expect(look.get('read')).toEqual([200, 'n=1', 0]);
		});
	});
});

describe('a browser whose clock is wrong', () => {
	it.each([
		['1h', 'write', ['sessionid']],
		['-1h', 'write', ['sessionid']],
		['1h', 'expires_only', ['theme']],
		['-1h', 'expires_only', ['theme']]
	] as const)('by %s keeps what comes now: /%s/', (ahead, path, cookies) => {
		inWorld({}, (world, look) => {
			world.apply({ type: 'setBrowserClock', profile: 'browser', ahead });
			look.get(path);
			expect(look.cookies()).toEqual(cookies);
			world.apply({ type: 'advance', by: '14m' });
			expect(look.cookies()).toEqual(cookies);
		});
	});

	it('drops what it has too early, or too late', () => {
		const settings = 'SESSION_COOKIE_AGE = 1800\n';
		inWorld({ settings }, (world, look) => {
			look.get('write');
			look.get('write', 'slow');
			world.apply({ type: 'setBrowserClock', profile: 'slow', ahead: '-1h' });
			const { events } = world.apply({ type: 'setBrowserClock', profile: 'browser', ahead: '1h' });
			expect(events.map(({ type }) => type)).toEqual(['browser.clock-set', 'cookie.expired']);
			expect(look.cookies()).toEqual([]);
			world.apply({ type: 'advance', by: '31m' });
			expect(look.cookies('slow')).toEqual(['sessionid']);
			expect(look.get('read', 'slow')).toEqual([200, 'n=0', 0]);
		});
	});
});

describe('a fault that does not fit', () => {
	it.each<[FaultAction, string]>([
		[
			{ type: 'loseResponse', exchange: 9 },
			'Exchange 9 is not in flight. Hold an exchange at a phase first.'
		],
		[{ type: 'killWorker', exchange: 9 }, 'Exchange 9 is not in flight. Hold an exchange at a phase first.'],
		[{ type: 'emptyCaches' }, 'The caches are empty: no worker keeps anything in memory.'],
		[{ type: 'evictEntry', key: 'k' }, 'No cache has an entry "k".'],
		[{ type: 'unlockDatabase' }, 'The database is not locked.'],
		[{ type: 'freeDisk' }, 'The disk has room.'],
		[{ type: 'destroySession', key: 'k' }, 'Nothing is stored under the session key "k".'],
		[
			{ type: 'rotateSecretKey', keepOld: true },
			'Django 3.2 has no SECRET_KEY_FALLBACKS: it came with 4.1. Rotate without them, or take a newer Django.'
		],
		[
			{ type: 'setBrowserClock', profile: 'browser', ahead: 'soon' },
			'Not a duration: "soon". Write it like 90s, 5m, 1h30m or 14d.'
		]
	])('%j is refused with a sentence, and changes nothing', (fault, message) => {
		inWorld({ django: '3.2' }, (world) => {
			const before = world.projection();
			expect(() => world.apply(fault)).toThrow(new InvalidAction(message));
			expect(world.projection()).toEqual(before);
		});
	});

	it('a worker that works at nothing cannot be killed in the middle of it', () => {
		inWorld({}, (world, look) => {
			const exchange = look.hold('write', 'send');
			expect(() => world.apply({ type: 'killWorker', exchange })).toThrow(InvalidAction);
			world.apply({ type: 'finish', exchange });
			expect(look.get('read')).toEqual([200, 'n=1', 0]);
		});
	});
});
