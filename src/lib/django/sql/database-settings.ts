import { MICROS_PER_SECOND } from '../../time/instant.ts';
import { DjangoError } from '../error.ts';
import type { VersionBehaviour } from '../versions.ts';

const SQLITE = 'django.db.backends.sqlite3';
const DUMMY = 'django.db.backends.dummy';
const MYSQL_DRIVER = 'Error loading MySQLdb module.\nDid you install mysqlclient?';

/**
 * The SQLite file that `DATABASES` names.
 * @throws DjangoError ImproperlyConfigured when it names no database, or one that is not SQLite
 */
export function databaseFile(databases: unknown, version: VersionBehaviour): string {
	const { ENGINE: engine, NAME: name } = defaultOf(databases);
	if (engine === undefined || engine === '' || engine === DUMMY) {
		throw improperly(
			'settings.DATABASES is improperly configured. Please supply the ENGINE value. Check settings documentation for more details.'
		);
	}
	checkEngine(databases, version);
	if (typeof name !== 'string' || name === '') {
		throw improperly('settings.DATABASES is improperly configured. Please supply the NAME value.');
	}
	return name;
}

/**
 * What Django finds out as soon as a model is loaded: whether the backend that `DATABASES` names can be imported.
 * @throws DjangoError when it is one that is not SQLite: its driver is not installed here
 */
export function checkEngine(databases: unknown, version: VersionBehaviour): void {
	const { ENGINE: engine } = defaultOf(databases);
	if (engine === undefined || engine === '' || engine === DUMMY || engine === SQLITE) return;
	throw missing(typeof engine === 'string' ? engine : JSON.stringify(engine), version);
}

/**
 * How long Python's sqlite3 waits for a file that another program has locked: `OPTIONS['timeout']`, else 5 seconds.
 * @returns microseconds
 */
export function lockTimeout(databases: unknown): number {
	const seconds = defaultOf(databases).OPTIONS?.timeout;
	return Math.round((typeof seconds === 'number' ? seconds : 5) * MICROS_PER_SECOND);
}

interface DatabaseSettings {
	readonly ENGINE?: unknown;
	readonly NAME?: unknown;
	readonly OPTIONS?: { readonly timeout?: unknown };
}

function defaultOf(databases: unknown): DatabaseSettings {
	const all = databases as { default?: DatabaseSettings } | null | undefined;
	return all?.default ?? {};
}

function missing(engine: string, { postgresqlDriver, oracleDriver }: VersionBehaviour): DjangoError {
	switch (engine) {
		case 'django.db.backends.postgresql':
		case 'django.db.backends.postgresql_psycopg2':
			return improperly(postgresqlDriver);
		case 'django.db.backends.mysql':
			return improperly(MYSQL_DRIVER);
		case 'django.db.backends.oracle':
			return new DjangoError(oracleDriver.type, oracleDriver.message);
		default:
			return improperly(noSuchEngine(engine));
	}
}

function noSuchEngine(engine: string): string {
	return `${JSON.stringify(engine).replaceAll('"', "'")} isn't an available database backend or couldn't be imported. Check the above exception. To use one of the built-in backends, use 'django.db.backends.XXX', where XXX is one of:\n    'mysql', 'oracle', 'postgresql', 'sqlite3'`;
}

function improperly(message: string): DjangoError {
	return new DjangoError('django.core.exceptions.ImproperlyConfigured', message);
}
