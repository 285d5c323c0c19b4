import type { SqlRunner } from '../../sql/sql-runner.ts';
import type { VersionBehaviour } from '../../versions.ts';
import { label, type MigrationKey } from './migration.ts';

const TABLE = '"django_migrations"';
const CREATE = `CREATE TABLE ${TABLE} ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL)`;
const SELECT = `SELECT ${TABLE}."id", ${TABLE}."app", ${TABLE}."name", ${TABLE}."applied" FROM ${TABLE}`;
const DELETE = `DELETE FROM ${TABLE} WHERE (${TABLE}."app" = ? AND ${TABLE}."name" = ?)`;
const INSERT = `INSERT INTO ${TABLE} ("app", "name", "applied") VALUES (?, ?, ?)`;

/** Keeps the table of applied migrations. */
export class MigrationRecorder {
	readonly #sql: SqlRunner;
	readonly #version: VersionBehaviour;

	constructor(sql: SqlRunner, version: VersionBehaviour) {
		this.#sql = sql;
		this.#version = version;
	}

	/** The applied migrations by label, with the time at which each was; none without the table. */
	applied(): Map<string, string> {
		if (!hasTable(this.#sql, 'django_migrations')) return new Map();
		const rows = this.#sql.select(SELECT);
		return new Map(
			rows.map(([, app, name, at]) => [label({ app: String(app), name: String(name) }), String(at)])
		);
	}

	ensureTable(): void {
		if (!hasTable(this.#sql, 'django_migrations')) this.#sql.execute(CREATE);
	}

	recordApplied({ app, name }: MigrationKey, now: string): void {
		this.ensureTable();
		const returning = this.#version.insertSelects ? '' : ` RETURNING ${TABLE}."id"`;
		this.#sql.execute(INSERT + returning, [app, name, now]);
	}

	recordUnapplied({ app, name }: MigrationKey): void {
		this.#sql.execute(DELETE, [app, name]);
	}
}

/** Whether the database has a table. */
export function hasTable(sql: SqlRunner, name: string): boolean {
	return (
		sql.quietly("SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = ?", [name]).length > 0
	);
}
