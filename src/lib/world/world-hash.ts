import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Database } from '../database/database.ts';
import type { SimulatedServer } from './simulated-server.ts';
import type { World } from './world.ts';

const utf8 = new TextEncoder();

/**
 * One hash of a whole world: rows of all databases, files, caches, jars, tabs and preferences, clock, randomness of the
 * world and of each process, exchanges in flight, and what each Python process holds in its globals. Equal worlds have
 * equal hashes. The world stays as it is.
 * @returns SHA-256 as hexadecimal text
 */
export function worldHash(world: World): string {
	world.ready();
	const hash = sha256.create();
	write(worldState(world), (text) => {
		hash.update(typeof text === 'string' ? utf8.encode(text) : text);
	});
	return bytesToHex(hash.digest());
}

function worldState(world: World): unknown {
	return {
		start: world.start,
		now: world.clock.now(),
		actions: world.actions,
		cron: world.cron,
		nextEvent: world.log.next,
		browsers: [...world.browsers.values()].map((browser) => browser.snapshot()),
		flights: world.flights.snapshot(),
		server: serverState(world.server),
		sites: world.sites.others.map(([name, server]) => [name, serverState(server)]),
		dbshell: world.commands.dbshell.display
	};
}

function serverState(server: SimulatedServer): unknown {
	return {
		version: server.version,
		files: server.files,
		started: server.started,
		keys: server.keys.snapshot(),
		disk: server.disk.snapshot(),
		lockedAgainst: server.databases.lockedAgainst,
		databases: [...server.databases.all].map(([file, database]) => [file, databaseState(database)]),
		workers: server.workers.snapshot(({ id }) => id),
		processes: server.running.map((process) => ({
			id: process.id,
			python: process.digest(),
			random: server.randomOf(process.id),
			cache: process.cacheEntries(),
			sql: process.sqlLog()
		}))
	};
}

/** All rows, how the tables are made, and what the connection remembers of its last change. */
function databaseState(database: Database): unknown {
	const schema = 'SELECT type, name, sql FROM';
	const made = database.all(`${schema} sqlite_master UNION ALL ${schema} sqlite_temp_master`);
	const tables = made.filter(([type]) => type === 'table').map(([, name]) => String(name));
	return {
		made,
		remembered: database.all('SELECT last_insert_rowid(), changes()'),
		rows: tables.map((name) => [name, database.all(`SELECT * FROM "${name.replaceAll('"', '""')}"`)])
	};
}

/** Writes a plain value so that two values are written alike only if they are alike. Keys are sorted. */
function write(value: unknown, tell: (text: string | Uint8Array) => void): void {
	if (value instanceof Uint8Array) {
		tell(`b${value.length}:`);
		tell(value);
	} else if (Array.isArray(value)) {
		tell(`[${value.length}:`);
		for (const item of value) write(item, tell);
	} else if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value).filter(([, item]) => item !== undefined);
		tell(`{${entries.length}:`);
		for (const [key, item] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
			write(key, tell);
			write(item, tell);
		}
	} else {
		const text = String(value);
		tell(`${typeof value} ${text.length}:${text}`);
	}
}
