import { performance } from 'node:perf_hooks';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import type { Database } from '../../src/lib/database/database.ts';
import { DEFAULT_DATABASE } from '../../src/lib/world/databases.ts';
import { DEFAULT_START } from '../../src/lib/time/instant.ts';
import { World, type WorldPorts } from '../../src/lib/world/world.ts';
import type { Bench, BenchRow } from './row.ts';

const EXPIRED = 100_000;
const LOADED = 10_000;
const TABLE =
	'CREATE TABLE "django_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL)';
const INDEX = 'CREATE INDEX "django_session_expire_date_a5c62663" ON "django_session" ("expire_date")';
const FILL = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
INSERT INTO django_session SELECT printf('%032d', i), 'e30:1vcguW:0urtcJiLwcRQvPrvZQoZDeehq-hj84iUJgFUg95bWRE', ? FROM n`;
const PAST = '2020-01-01 00:00:00';
const SETTINGS = `SECRET_KEY = 'crumbs-for-teaching-only-0123456789-abcdefghijkl'
INSTALLED_APPS = ['django.contrib.sessions']
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db.sqlite3'}}
USE_TZ = True
`;
/** So many in one call of the shell: a call may take five seconds. */
const PART = 1000;
const load = (from: number) => `from django.contrib.sessions.backends.db import SessionStore
for n in range(${from}, ${from + PART}):
    SessionStore('%032d' % n).load()`;

/** `clearsessions` over many expired rows beside the bare DELETE, and the loading of many sessions. */
export const bench: Bench = async () => {
	const ports = await bootWorldPorts();
	const bare = best(() => bareDelete(ports));
	const ours = best(() => clearSessions(ports));
	const rows: BenchRow[] = [
		{
			what: `clearsessions, ${EXPIRED} rows`,
			who: 'Crumbtrail',
			value: ours,
			unit: 'ms',
			aim: '1.5 times the bare DELETE',
			met: ours <= bare * 1.5
		},
		{ what: `clearsessions, ${EXPIRED} rows`, who: 'DELETE in sql.js', value: bare, unit: 'ms' },
		{ what: `load of ${LOADED} sessions`, who: 'Crumbtrail', value: loadAll(ports), unit: 'ms' }
	];
	return rows;
};

function best(work: () => number): number {
	return Math.min(work(), work(), work());
}

function fill(database: Database, rows: number, expires: string): void {
	database.run(FILL, [rows, expires]);
}

function bareDelete({ openDatabase }: WorldPorts): number {
	const database = openDatabase();
	database.run(TABLE);
	database.run(INDEX);
	fill(database, EXPIRED, PAST);
	const start = performance.now();
	database.run('DELETE FROM "django_session" WHERE "django_session"."expire_date" < ?', [
		'2026-01-05 09:30:00.123456'
	]);
	const took = performance.now() - start;
	database.close();
	return took;
}

function inWorld(ports: WorldPorts, rows: number, expires: string, work: (world: World) => void): number {
	const start = {
		django: '5.2',
		now: DEFAULT_START,
		origin: 'http://127.0.0.1:8000',
		sessionKeys: [],
		seed: 'bench',
		project: { 'settings.py': SETTINGS }
	} as const;
	const world = new World(start, ports);
	world.apply({ type: 'manage', command: 'migrate -v 0' });
	// The process has run the command before: what is measured is the command, not the start of Python's modules.
	world.apply({ type: 'manage', command: 'clearsessions' });
	fill(world.server.databases.get(DEFAULT_DATABASE), rows, expires);
	const began = performance.now();
	work(world);
	const took = performance.now() - began;
	world.end();
	return took;
}

function clearSessions(ports: WorldPorts): number {
	return inWorld(ports, EXPIRED, PAST, (world) => {
		world.apply({ type: 'manage', command: 'clearsessions' });
	});
}

function loadAll(ports: WorldPorts): number {
	return inWorld(ports, LOADED, '2030-01-01 00:00:00', (world) => {
		for (let from = 1; from <= LOADED; from += PART) {
			const { answer } = world.apply({ type: 'shell', code: load(from) });
			if (answer.kind !== 'command' || answer.error) throw new Error('The sessions were not loaded');
		}
	});
}
