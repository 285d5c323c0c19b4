import { beforeAll, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import type { Action } from '../../src/lib/world/action.ts';
import { instant } from '../../src/lib/time/instant.ts';
import { worldHash } from '../../src/lib/world/world-hash.ts';
import type { World, WorldPorts } from '../../src/lib/world/world.ts';
import { playedWorld } from './chance-project.ts';

const visit = (url: string, hold = false): Action => ({ type: 'visit', profile: 'browser', url, hold });
const step: Action = { type: 'step', exchange: 4 };

/** A world in which there is one of everything. */
const ACTIONS: readonly Action[] = [
	visit('/count/'),
	visit('/kept/'),
	visit('/file/'),
	{ type: 'openBrowser', profile: 'other' },
	{ type: 'shell', code: 'x = [1]; y = x' },
	visit('/count/', true),
	step,
	step,
	step,
	step
];

let ports: WorldPorts;
let world: World;
beforeAll(async () => {
	ports = await bootWorldPorts();
	world = playedWorld(ports, ACTIONS);
	world.server.process.shell('pass');
});

const database = (sql: string) => () => world.server.databases.get('db.sqlite3').run(sql);
const inShell = (code: string) => () => world.server.shellProcess.shell(code);
const inServer = (code: string) => () => world.server.process.shell(code);
const apply = (action: Action) => () => world.apply(action);
const CACHE = '__import__("django.core.cache", fromlist=["caches"]).caches["default"]';
const VIEWS = '__import__("views")';

/** What is altered, and how; each stands on all before it. */
const ALTERATIONS: readonly (readonly [what: string, alter: () => unknown])[] = [
	['a value of a row', database("UPDATE django_session SET expire_date = '2030-01-01'")],
	['one row more', database("INSERT INTO django_session VALUES ('key', 'data', '2030-01-01')")],
	['a table', database('CREATE TABLE another(x)')],
	['one row less', database("DELETE FROM django_session WHERE session_key = 'key'")],
	['another database', () => world.server.databases.get('other.sqlite3').run('CREATE TABLE own(x)')],
	[
		'a file',
		() => {
			const file = world.server.disk.read('notes.txt');
			if (file) world.server.disk.write('notes.txt', { ...file, bytes: file.bytes.map((byte) => byte + 1) });
		}
	],
	[
		'the time of a file',
		() => {
			const file = world.server.disk.read('notes.txt');
			if (file) world.server.disk.write('notes.txt', { ...file, modified: instant(file.modified + 1) });
		}
	],
	[
		'an empty folder',
		() => {
			world.server.disk.makeFolder('empty');
		}
	],
	['an entry of a cache', inServer(`${CACHE}.set("key", 1)`)],
	['the order of a cache', inServer(`${CACHE}.set("second", 1); ${CACHE}.get("key")`)],
	['when an entry ends', inServer(`${CACHE}.touch("key", 5)`)],
	[
		'the value of a cookie',
		() => world.browser('browser').jar.put('sessionid', 'x', world.start.origin, world.clock.now())
	],
	[
		'a cookie of another profile',
		() => world.browser('other').jar.put('a', 'b', world.start.origin, world.clock.now())
	],
	[
		'a preference',
		() => {
			world.browser('other').prefer({ blockAll: true });
		}
	],
	[
		'how a browser starts up',
		() => {
			world.browser('other').startUp = 'restore';
		}
	],
	['a tab', () => world.browser('other').openTab()],
	[
		'which tab is on show',
		() => {
			world.browser('other').pickTab(1);
		}
	],
	[
		'the clock',
		() => {
			world.clock.advance(1);
		}
	],
	['the keys to come', () => world.server.keys.next()],
	['what a process drew', inServer('__import__("os").urandom(1)')],
	['random’s state', inServer('__import__("random").random()')],
	['random’s other half', inServer('__import__("random").gauss(0, 1)')],
	['a generator of the project’s', inServer(`${VIEWS}.dice.random()`)],
	['a number in a global', inServer(`${VIEWS}.calls += 1`)],
	['the type of a number', inServer(`${VIEWS}.calls = float(${VIEWS}.calls)`)],
	['a global that is new', inServer(`${VIEWS}.new = None`)],
	['a global that is gone', inServer(`del ${VIEWS}.new`)],
	['an attribute deep in a global', inServer(`${VIEWS}.host.friends[0].name = "d"`)],
	['an equal list instead of the same', inServer(`${VIEWS}.pages = list(${VIEWS}.pages)`)],
	[
		'the order of a dictionary',
		inServer(`${VIEWS}.host.__dict__.update(name=${VIEWS}.host.__dict__.pop("name"))`)
	],
	['an attribute of a class', inServer(`${VIEWS}.Guest.most = 3`)],
	['an attribute of a view', inServer(`${VIEWS}.count.calls = 3`)],
	['a default of a view', inServer(`${VIEWS}.count.__defaults__ = (None,)`)],
	['the code of a view', inServer(`${VIEWS}.count.__code__ = ${VIEWS}.kept.__code__`)],
	['a set', inServer(`${VIEWS}.names = {"a", "b"}`)],
	['a member of a set', inServer(`${VIEWS}.names.add("c")`)],
	['where a generator stands', inServer(`${VIEWS}.some = iter([1, 2]); next(${VIEWS}.some)`)],
	['a step of an iterator', inServer(`next(${VIEWS}.some)`)],
	['a lock', inServer(`${VIEWS}.lock = __import__("threading").Lock()`)],
	['whether a lock is taken', inServer(`${VIEWS}.lock.acquire()`)],
	[
		'a setting',
		inServer('setattr(__import__("django.conf", fromlist=["settings"]).settings, "SESSION_COOKIE_AGE", 5)')
	],
	['the environment', inServer('__import__("os").environ["CRUMB"] = "1"')],
	['what is set on a shared module', inServer('__import__("json").crumb = 1')],
	['a name in the shell', inShell('z = 1')],
	['an equal list in the shell', inShell('y = list(x)')],
	['a function in the shell', inShell('def f(): return 1')],
	['its code', inShell('def f(): return 2')],
	[
		'the request that is in flight',
		inServer('list(__import__("django.core.handlers.refs", fromlist=["of"])._objects.values())[0].crumb = 1')
	],
	['where the exchange in flight stands', apply(step)],
	['a lock on the database', apply({ type: 'lockDatabase', against: 'writes' })],
	['a full disk', apply({ type: 'fillDisk' })],
	['the clock of a browser', apply({ type: 'setBrowserClock', profile: 'other', ahead: '1h' })],
	['a broken connection', apply({ type: 'loseResponse', exchange: 4 })],
	['the prompt of dbshell', apply({ type: 'dbshell', input: '.headers on' })],
	[
		'a project file that nobody has loaded yet',
		() => {
			world.server.edit({ 'other.py': '' });
		}
	],
	[
		'the version of Django',
		() => {
			world.server.install('6.1');
		}
	],
	[
		'whose turn it is',
		() => {
			world.server.workers.setCount(2);
		}
	],
	[
		'the next worker',
		() => {
			world.server.workers.choose(2);
		}
	],
	[
		'how many actions there were',
		() => {
			world.countFrom(99);
		}
	]
];

it('looking changes nothing', () => {
	const before = worldHash(world);
	inServer('pass')();
	inShell('pass')();
	world.projection();
	expect(worldHash(world)).toBe(before);
});

it.each(ALTERATIONS)('%s alters the hash', (_, alter) => {
	const before = worldHash(world);
	alter();
	expect(worldHash(world)).not.toBe(before);
});
