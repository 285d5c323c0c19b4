import type { Column, Index, Table } from './table.ts';

/** Runs one statement of the schema. */
export type RunStatement = (sql: string) => void;

/** Changes tables with the statements that Django's SQLite schema editor writes. */
export class SchemaEditor {
	readonly #run: RunStatement;
	readonly #deferred: string[] = [];
	/** The time that fills a new NOT NULL column, as SQLite stores it. */
	readonly #now: () => string;

	constructor(run: RunStatement, now: () => string) {
		this.#run = run;
		this.#now = now;
	}

	/** Creates a table; its indexes wait for the end of the migration. */
	create(table: Table): void {
		this.#run(createTable(table.name, table.columns));
		this.#deferred.push(...table.indexes.map((index) => createIndex(table.name, index)));
	}

	drop(table: Table): void {
		this.#run(`DROP TABLE "${table.name}"`);
	}

	createIndex(table: Table, index: Index): void {
		this.#run(createIndex(table.name, index));
	}

	dropIndex(index: Index): void {
		this.#run(`DROP INDEX "${index.name}"`);
	}

	addColumn(table: Table, { name, definition }: Column): void {
		this.#run(`ALTER TABLE "${table.name}" ADD COLUMN "${name}" ${definition}`);
	}

	dropColumn(table: Table, { name }: Column): void {
		this.#run(`ALTER TABLE "${table.name}" DROP COLUMN "${name}"`);
	}

	/**
	 * SQLite cannot change a column in place: a new table takes over the rows and the name.
	 * @param columns the new table's, in its order
	 * @param copied the columns that are copied, in the order of the statement: name and what is read for it
	 */
	remake(table: Table, columns: readonly Column[], copied: readonly (readonly [string, string])[]): void {
		const temporary = `new__${table.name}`;
		const names = copied.map(([name]) => `"${name}"`).join(', ');
		const values = copied.map(([, value]) => value).join(', ');
		this.#run(createTable(temporary, columns));
		this.#run(`INSERT INTO "${temporary}" (${names}) SELECT ${values} FROM "${table.name}"`);
		this.#run(`DROP TABLE "${table.name}"`);
		this.#run(`ALTER TABLE "${temporary}" RENAME TO "${table.name}"`);
		for (const index of table.indexes) this.#run(createIndex(table.name, index));
	}

	/** What is read for a column that was nullable and no longer is. */
	coalesced(column: Column): string {
		return `coalesce("${column.name}", ${column.default === 'now' ? `'${this.#now()}'` : 'NULL'})`;
	}

	/** Runs what waited for the end of the migration. */
	finish(): void {
		for (const sql of this.#deferred.splice(0)) this.#run(sql);
	}
}

function createTable(name: string, columns: readonly Column[]): string {
	const body = columns.map((column) => `"${column.name}" ${column.definition}`).join(', ');
	return `CREATE TABLE "${name}" (${body})`;
}

function createIndex(table: string, { name, columns, unique }: Index): string {
	const list = columns.map((column) => `"${column}"`).join(', ');
	return `CREATE ${unique ? 'UNIQUE ' : ''}INDEX "${name}" ON "${table}" (${list})`;
}
