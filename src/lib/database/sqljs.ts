import initSqlJs, { type Database as SqlJs, type Statement } from 'sql.js';
import { DatabaseError, type Database, type OpenDatabase, type SqlValue } from './database.ts';

/** Loads SQLite. `wasm`: the bytes of sql-wasm.wasm, where they are not beside the program. */
export async function loadSqlite(wasm?: ArrayBuffer): Promise<OpenDatabase> {
	const { Database: Open } = await initSqlJs(wasm ? { wasmBinary: wasm } : {});
	return (bytes) => new SqlJsDatabase(new Open(bytes));
}

/** Prepared statements that are kept, by text. */
const KEPT_STATEMENTS = 64;

const REFUSES_A_VALUE = /constraint failed|datatype mismatch/;
/** sql.js says so of a text without a statement; Python runs it, and gets no rows. */
const NOTHING_TO_DO = 'Nothing to prepare';
const NO_ROWS = 'SELECT 1 WHERE 0';

/** SQLite itself, compiled to WebAssembly. */
class SqlJsDatabase implements Database {
	readonly #sqlite: SqlJs;
	readonly #statements = new Map<string, Statement>();

	constructor(sqlite: SqlJs) {
		this.#sqlite = sqlite;
		// The file lies in memory: its journal needs no file, and nothing to be flushed.
		sqlite.run('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
	}

	all(sql: string, params: readonly SqlValue[] = []): SqlValue[][] {
		return this.#using(sql, params, (statement) => rowsOf(statement));
	}

	run(sql: string, params: readonly SqlValue[] = []): number {
		return this.#using(sql, params, (statement) => {
			statement.step();
			return this.#sqlite.getRowsModified();
		});
	}

	query(sql: string, params: readonly SqlValue[] = []) {
		return this.#using(sql, params, (statement) => {
			const rows = rowsOf(statement);
			return { columns: statement.getColumnNames(), rows, changed: this.#sqlite.getRowsModified() };
		});
	}

	export(): Uint8Array {
		this.#forget();
		return this.#sqlite.export();
	}

	close(): void {
		this.#forget();
		this.#sqlite.close();
	}

	#using<T>(sql: string, params: readonly SqlValue[], work: (statement: Statement) => T): T {
		try {
			const statement = this.#statement(sql);
			try {
				statement.bind([...params] as (string | number | null | Uint8Array)[]);
				return work(statement);
			} finally {
				statement.reset();
			}
		} catch (error) {
			if (error instanceof DatabaseError) throw error;
			const message = error instanceof Error ? error.message : String(error);
			throw new DatabaseError(message, REFUSES_A_VALUE.test(message) ? 'integrity' : 'operational');
		}
	}

	#statement(sql: string): Statement {
		const known = this.#statements.get(sql);
		if (known) return known;
		if (this.#statements.size >= KEPT_STATEMENTS) this.#forget();
		const statement = this.#prepare(sql);
		this.#statements.set(sql, statement);
		return statement;
	}

	#prepare(sql: string): Statement {
		if (this.#isMoreThanOne(sql)) {
			throw new DatabaseError('You can only execute one statement at a time.', 'programming');
		}
		try {
			return this.#sqlite.prepare(sql);
		} catch (error) {
			if (String(error).includes(NOTHING_TO_DO)) return this.#sqlite.prepare(NO_ROWS);
			throw error;
		}
	}

	/** Something that is a statement follows the first; one that cannot be read is told when it is prepared. */
	#isMoreThanOne(sql: string): boolean {
		if (!/;[^]*\S/.test(sql)) return false;
		let found = 0;
		try {
			const statements = this.#sqlite.iterateStatements(sql);
			while (found < 2 && !statements.next().done) found += 1;
		} catch {
			return found > 0;
		}
		return found > 1;
	}

	#forget(): void {
		for (const statement of this.#statements.values()) statement.free();
		this.#statements.clear();
	}
}

function rowsOf(statement: Statement): SqlValue[][] {
	const rows: SqlValue[][] = [];
	while (statement.step()) rows.push(statement.get());
	return rows;
}
