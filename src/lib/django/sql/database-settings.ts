import { MICROS_PER_SECOND } from '../../time/instant.ts';
import { DjangoError } from '../error.ts';

const SQLITE = 'django.db.backends.sqlite3';
const DUMMY = 'django.db.backends.dummy';
const NEED = {
	'django.db.backends.postgresql': 'Error loading psycopg2 or psycopg module',
	'django.db.backends.postgresql_psycopg2': 'Error loading psycopg2 or psycopg module',
	'django.db.backends.mysql': 'Error loading MySQLdb module.\nDid you install mysqlclient?',
	'django.db.backends.oracle': 'Error loading oracledb module'
} as const;

/**
 * The SQLite file that `DATABASES` names.
 * @throws DjangoError ImproperlyConfigured when it names no database, or one that is not SQLite
 */
export function databaseFile(databases: unknown): string {
	const { ENGINE: engine, NAME: name } = defaultOf(databases);
	if (engine === undefined || engine === '' || engine === DUMMY) {
		throw improperly(
			'settings.DATABASES is improperly configured. Please supply the ENGINE value. Check settings documentation for more details.'
		);
	}
	checkEngine(databases);
	if (typeof name !== 'string' || name === '') {
		throw improperly('settings.DATABASES is improperly configured. Please supply the NAME value.');
	}
	return name;
}

/**
 * What Django finds out as soon as a model is loaded: whether the backend that `DATABASES` names can be imported.
 * @throws DjangoError ImproperlyConfigured when it is one that is not SQLite
 */
export function checkEngine(databases: unknown): void {
	const { ENGINE: engine } = defaultOf(databases);
	if (engine === undefined || engine === '' || engine === DUMMY || engine === SQLITE) return;
	throw improperly(otherEngine(typeof engine === 'string' ? engine : JSON.stringify(engine)));
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

function otherEngine(engine: string): string {
	if (engine in NEED) return NEED[engine as keyof typeof NEED];
	return `${JSON.stringify(engine).replaceAll('"', "'")} isn't an available database backend or couldn't be imported. Check the above exception. To use one of the built-in backends, use 'django.db.backends.XXX', where XXX is one of:\n    'mysql', 'oracle', 'postgresql', 'sqlite3'`;
}

function improperly(message: string): DjangoError {
	return new DjangoError('django.core.exceptions.ImproperlyConfigured', message);
}
