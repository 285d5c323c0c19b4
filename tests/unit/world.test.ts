import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import { MICROS_PER_SECOND } from '../../src/lib/time/instant.ts';
import { WorldHost } from '../../src/lib/worker/world-host.ts';
import type { ActionOutcome } from '../../src/lib/worker/protocol.ts';
import type { Action } from '../../src/lib/world/action.ts';
import { InvalidAction } from '../../src/lib/world/invalid-action.ts';
import { World, type WorldPorts } from '../../src/lib/world/world.ts';
import { COUNTER_PROJECT, counterStart } from '../fixtures/counter-project.ts';

let ports: WorldPorts;

beforeAll(async () => {
	ports = await bootWorldPorts();
});

const visit = (url: string, more: Partial<Extract<Action, { type: 'visit' }>> = {}): Action => ({
	type: 'visit',
	profile: 'browser',
	url,
	...more
});
const MIGRATE: Action = { type: 'manage', command: 'migrate -v 0' };

/** A migrated world, ended after the test. */
function inWorld<T>(work: (world: World) => T, start = counterStart()): T {
	const world = new World(start, ports);
	try {
		world.apply(MIGRATE);
		return work(world);
	} finally {
		world.end();
	}
}

function page(world: World): string | undefined {
	return world.projection().profiles[0]?.page?.body;
}

describe('one exchange', () => {
	it('goes through every phase in order, one step each', () => {
		inWorld((world) => {
			world.apply(visit('/', { hold: true }));
			const places: string[] = [];
			for (;;) {
				const next = world.projection().exchanges[0]?.next;
				if (!next) break;
				places.push(next.middleware ? `${next.phase} ${next.middleware.split('.').at(-1)}` : next.phase);
				world.apply({ type: 'step', exchange: 1 });
			}
			expect(places).toEqual([
				'navigate',
				'attach-cookies',
				'send',
				'receive',
				'middleware-in SessionMiddleware',
				'middleware-in CommonMiddleware',
				'route',
				'view',
				'middleware-out CommonMiddleware',
				'middleware-out SessionMiddleware',
				'respond',
				'store-cookies',
				'render'
			]);
			expect(page(world)).toBe('view count=1');
		});
	});

	it('has not saved the session before SessionMiddleware is left', () => {
		inWorld((world) => {
			world.apply(visit('/', { hold: true }));
			for (let step = 0; step < 9; step++) world.apply({ type: 'step', exchange: 1 });
			expect(world.projection().store.sessions).toEqual([]);
			world.apply({ type: 'step', exchange: 1 });
			expect(world.projection().store.sessions).toHaveLength(1);
			expect(world.projection().profiles[0]?.cookies).toEqual([]);
			world.apply({ type: 'finish', exchange: 1 });
			expect(world.projection().profiles[0]?.cookies.map(({ name }) => name)).toEqual(['sessionid']);
		});
	});

	it('loses an update when two requests hold the same session', () => {
		inWorld((world) => {
			world.apply(visit('/'));
			world.apply(visit('/', { hold: true }));
			world.apply({ type: 'openTab', profile: 'browser' });
			world.apply(visit('/', { hold: true }));
			for (let step = 0; step < 8; step++) {
				world.apply({ type: 'step', exchange: 2 });
				world.apply({ type: 'step', exchange: 3 });
			}
			world.apply({ type: 'finish', exchange: 2 });
			world.apply({ type: 'finish', exchange: 3 });
			expect(world.projection().store.sessions?.[0]?.decoded).toBe('{"num_visits":2}');
		});
	});

	it('follows a redirect with another exchange', () => {
		inWorld((world) => {
			const { answer } = world.apply(visit('/there/'));
			expect(answer).toEqual({ kind: 'exchanges', ids: [1, 2] });
			expect(world.projection().exchanges[1]).toMatchObject({
				redirectedFrom: 1,
				url: 'http://127.0.0.1:8000/global/'
			});
		});
	});

	it.each([
		['sqlite3', "'sqlite3' isn't an available database backend or couldn't be imported."],
		['django.db.backends.mysql', 'Error loading MySQLdb module.\nDid you install mysqlclient?']
	])('does not start with the database engine %s, as Django does not', (engine, message) => {
		inWorld((world) => {
			const { files } = world.projection().server;
			const settings = files['settings.py']?.replace('django.db.backends.sqlite3', engine) ?? '';
			world.apply({ type: 'edit', files: { 'settings.py': settings } });
			const { error } = world.projection().server;
			expect(error?.type).toBe('ImproperlyConfigured');
			expect(error?.message.startsWith(message)).toBe(true);
		});
	});

	it('names a syntax error in views.py at the reload, and answers 500 with its line', () => {
		inWorld((world) => {
			const { events } = world.apply({
				type: 'edit',
				files: { 'views.py': 'import random\ndef counter(request:\n' }
			});
			const broken = { type: 'SyntaxError', frames: [{ path: 'views.py', line: 2 }] };
			expect(events.at(-1)).toMatchObject({ type: 'server.started', error: null, broken });
			expect(world.projection().server).toMatchObject({ error: null, broken });
			world.apply(visit('/'));
			const exchange = world.projection().exchanges[0];
			expect(exchange?.response?.status).toBe(500);
			expect(exchange?.error?.type).toBe('SyntaxError');
			expect(exchange?.error?.frames.at(-1)).toMatchObject({ path: 'views.py', line: 2 });
		});
	});

	it.each([
		[
			'/nothing/',
			'ValueError',
			"The view views.nothing didn't return an HttpResponse object. It returned None instead."
		],
		['/boom/', 'RuntimeError', 'the view failed']
	])('shows what %s raises', (url, type, message) => {
		inWorld((world) => {
			world.apply(visit(url));
			const exchange = world.projection().exchanges[0];
			expect(exchange?.response?.status).toBe(500);
			expect(exchange?.error).toMatchObject({ type, message });
		});
	});

	it('answers an unknown address with 404', () => {
		inWorld((world) => {
			const { events } = world.apply(visit('/nowhere/'));
			expect(world.projection().exchanges[0]?.response?.status).toBe(404);
			expect(events.find(({ type }) => type === 'route.missed')).toMatchObject({ path: '/nowhere/' });
		});
	});

	it.each([
		['a settings file that raises', { 'settings.py': '1 / 0\n' }, 'ZeroDivisionError'],
		[
			'an engine that is not there',
			{ 'settings.py': `${COUNTER_PROJECT['settings.py']}SESSION_ENGINE = 'no.such'\n` },
			'ModuleNotFoundError'
		]
	])('does not start with %s, and says why', (_, files, type) => {
		inWorld((world) => {
			world.apply({ type: 'edit', files });
			world.apply(visit('/'));
			const { exchanges, server } = world.projection();
			expect(server.error?.type).toBe(type);
			expect(exchanges[0]?.failure?.reason).toBe('ServerNotRunning');
			world.apply({ type: 'edit', files: COUNTER_PROJECT });
			world.apply(visit('/'));
			expect(page(world)).toBe('view count=1');
		});
	});
});

describe('time', () => {
	it('neither loads nor clears a row at exactly fourteen days; a moment later it is cleared', () => {
		inWorld((world) => {
			world.apply(visit('/'));
			world.apply({ type: 'advance', by: '14d' });
			const row = () => world.projection().store.sessions?.[0];
			expect(row()).toMatchObject({ expired: true, clearable: false });
			world.apply({ type: 'manage', command: 'clearsessions' });
			expect(world.projection().store.count).toBe(1);
			world.apply({ type: 'advance', by: 0.000001 });
			expect(row()).toMatchObject({ expired: true, clearable: true });
			world.apply({ type: 'manage', command: 'clearsessions' });
			expect(world.projection().store.count).toBe(0);
		});
	});

	it('says which cookie and which row a jump passes', () => {
		inWorld((world) => {
			world.apply(visit('/'));
			const { events } = world.apply({ type: 'advance', by: '14d' });
			expect(events.map(({ type }) => type)).toEqual(['clock.advanced', 'cookie.expired', 'row.expired']);
		});
	});

	it('moves with time.sleep in a view', () => {
		inWorld((world) => {
			const before = world.clock.now();
			world.apply(visit('/sleep/'));
			expect(world.clock.now() - before).toBe(90 * MICROS_PER_SECOND);
		});
	});
});

describe('a Python process', () => {
	it('keeps a global over requests and loses it on restart', () => {
		inWorld((world) => {
			const seen = ['/global/', '/global/'].map((url) => (world.apply(visit(url)), page(world)));
			world.apply({ type: 'restart' });
			world.apply(visit('/global/'));
			expect([...seen, page(world)]).toEqual(['1', '2', '1']);
		});
	});

	it('does not share its globals with the shell', () => {
		inWorld((world) => {
			world.apply(visit('/global/'));
			const { answer } = world.apply({ type: 'shell', code: 'import views; print(views.calls)' });
			expect(answer).toMatchObject({ kind: 'command', stdout: '0\n', error: null });
		});
	});
});

describe('determinism', () => {
	const story: readonly Action[] = [
		MIGRATE,
		visit('/'),
		visit('/chance/'),
		{ type: 'advance', by: '1h' },
		visit('/chance/', { profile: 'other' }),
		{ type: 'restart' },
		visit('/chance/'),
		{ type: 'shell', code: 'import random; print(random.random())' }
	];

	const play = (actions: readonly Action[]) => {
		const world = new World(counterStart(), ports);
		const answers = actions.map((action) => world.apply(action));
		const told = JSON.stringify({ answers, projection: world.projection() });
		world.end();
		return told;
	};

	it('gives the same world for the same actions, to the byte', () => {
		expect(play(story)).toBe(play(story));
	});

	it('gives other chance in each process and for another seed', () => {
		const numbers = play(story).match(/0\.\d{6,} [0-9a-f-]{36}/g) ?? [];
		expect(new Set(numbers).size).toBeGreaterThanOrEqual(3);
	});
});

describe('an action that does not fit', () => {
	it.each<[string, Action]>([
		['an address that is none', visit('http://')],
		['another kind of address', visit('file:///etc/passwd')],
		['a duration that is none', { type: 'advance', by: 'soon' }],
		['an exchange that is not there', { type: 'step', exchange: 9 }]
	])('is refused: %s', (_, action) => {
		inWorld((world) => {
			const before = JSON.stringify(world.projection());
			expect(() => world.apply(action)).toThrow(InvalidAction);
			expect(JSON.stringify(world.projection())).toBe(before);
		});
	});
});

describe('the host of a world', () => {
	const started = async () => {
		const host = new WorldHost(bootWorldPorts);
		await host.start(counterStart());
		await host.apply(MIGRATE);
		return host;
	};
	const pageOf = ({ projection }: ActionOutcome) => projection.profiles[0]?.page?.body;

	it('goes back to an earlier number of actions, globals included', async () => {
		const host = await started();
		await host.apply(visit('/global/'));
		await host.apply(visit('/global/'));
		const back = await host.goTo(2);
		expect(pageOf(back)).toBe('1');
		expect(pageOf(await host.apply(visit('/global/')))).toBe('2');
	});

	it.each([
		['/loop/', { reason: 'TimeLimit', seconds: 5 }],
		['/bomb/', { reason: 'MemoryLimit', megabytes: 256 }]
	])('is as before a view that had to be stopped: %s', async (url, refusal) => {
		const host = await started();
		const before = await host.apply(visit('/'));
		const stopped = await host.apply(visit(url));
		expect(stopped).toMatchObject({ outcome: 'refused', refusal });
		expect(stopped.projection).toEqual(before.projection);
		expect(pageOf(await host.apply(visit('/')))).toBe('view count=2');
	});

	it('survives the end of its interpreter', async () => {
		const host = await started();
		await host.apply(visit('/'));
		const died = await host.apply({ type: 'shell', code: 'import os; os._exit(1)' });
		expect(died).toMatchObject({ outcome: 'refused', refusal: { reason: 'InterpreterDied' } });
		expect(pageOf(await host.apply(visit('/')))).toBe('view count=2');
	});
});

describe('a deployment', () => {
	const eventOf = (world: World, action: Action) =>
		world.apply(action).events.find(({ type }) => type.endsWith('.switched'));

	it('runs another Django under the same sessions', () => {
		inWorld((world) => {
			world.apply(visit('/'));
			expect(eventOf(world, { type: 'deploy', django: '3.2' })).toMatchObject({
				type: 'django.switched',
				from: '5.2',
				to: '3.2',
				engine: 'django.contrib.sessions.backends.db',
				legacy: false
			});
			expect(world.projection().server.django).toBe('3.2');
			const version = world.apply({ type: 'shell', code: 'import django; print(django.get_version())' });
			expect(version.answer).toMatchObject({ stdout: '3.2.25\n', error: null });
			world.apply(visit('/'));
			expect(page(world)).toBe('view count=2');
		});
	});

	it('of the version that runs is a restart', () => {
		inWorld((world) => {
			expect(eventOf(world, { type: 'deploy', django: '5.2' })).toBeUndefined();
			expect(world.projection().server.process).toBe('server-1');
		});
	});

	it('with another engine in the settings is told', () => {
		inWorld((world) => {
			world.apply(visit('/'));
			const settings = world.server.files['settings.py'] ?? '';
			const files = {
				'settings.py': `${settings}\nSESSION_ENGINE = 'django.contrib.sessions.backends.cache'\n`
			};
			expect(eventOf(world, { type: 'edit', files })).toMatchObject({
				type: 'engine.switched',
				from: 'django.contrib.sessions.backends.db',
				to: 'django.contrib.sessions.backends.cache'
			});
			world.apply(visit('/'));
			expect(page(world)).toBe('view count=1');
		});
	});
});

describe('the prompts', () => {
	const typed = (world: World, action: Action) => world.apply(action).answer;

	it('Python shows values and keeps names, as its prompt does', () => {
		inWorld((world) => {
			const code = (text: string): Action => ({ type: 'shell', code: text, interactive: true });
			expect(typed(world, code('1 + 1'))).toMatchObject({ stdout: '2\n', error: null });
			expect(typed(world, code('x = [1]'))).toMatchObject({ stdout: '' });
			expect(typed(world, code('for n in range(2):\n    n, x\n'))).toMatchObject({
				stdout: '(0, [1])\n(1, [1])\n'
			});
			expect(typed(world, code('x['))).toMatchObject({ stdout: '', error: { type: 'SyntaxError' } });
			expect(typed(world, code('None'))).toMatchObject({ stdout: '', error: null });
		});
	});

	it.each([
		['django-admin showmigrations sessions', 'sessions\n [X] 0001_initial\n'],
		['python manage.py nix', "Unknown command: 'nix'\nType 'manage.py help' for usage.\n"],
		['./manage.py migrate nix', "CommandError: No installed app with label 'nix'.\n"]
	])('a terminal runs %s', (command, stdout) => {
		inWorld((world) => {
			expect(typed(world, { type: 'manage', command })).toMatchObject({ stdout, error: null });
		});
	});

	it('dbshell keeps its mode, and tells its statements', () => {
		inWorld((world) => {
			expect(typed(world, { type: 'dbshell', input: '.mode csv' })).toMatchObject({ stdout: '', sql: [] });
			const { answer, events } = world.apply({
				type: 'dbshell',
				input: "select 'a b', 1; select * from nix;"
			});
			expect(answer).toMatchObject({
				stdout: '"a b",1\r\nParse error: no such table: nix\n'
			});
			expect(events).toMatchObject([
				{ type: 'sql.ran', input: "select 'a b', 1;", error: null },
				{ type: 'sql.ran', input: 'select * from nix;', error: 'no such table: nix' }
			]);
		});
	});
});
