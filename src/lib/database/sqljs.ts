import initSqlJs, { type Database as SqlJs, type Statement } from 'sql.js';
import {
	DatabaseError,
	type ConnectionState,
	type Database,
	type DatabaseCopy,
	type OpenDatabase,
	type SqlValue
} from './database.ts';

/** Loads SQLite. `wasm`: the bytes of sql-wasm.wasm, where they are not beside the program. */
export async function loadSqlite(wasm?: ArrayBuffer): Promise<OpenDatabase> {
	const { Database: Open } = await initSqlJs(wasm ? { wasmBinary: wasm } : {});
	return (from) => {
		if (!from || from instanceof Uint8Array) return new SqlJsDatabase(new Open(from));
		return new SqlJsDatabase(new Open(from.bytes), from);
	};
}

/** Prepared statements that are kept, by text. */
const KEPT_STATEMENTS = 64;

const REFUSES_A_VALUE = /constraint failed|datatype mismatch/;
/** sql.js says so of a text without a statement; Python runs it, and gets no rows. */
const NOTHING_TO_DO = 'Nothing to prepare';
const NO_ROWS = 'SELECT 1 WHERE 0';
/** A statement that only reads, as its text tells. */
const READS = /^\s*(?:SELECT|EXPLAIN|BEGIN|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE)\b/i;
/** What changes the connection itself, not the file: a copy would not have it. */
const TUNES =
	/^\s*(?:ATTACH\b|PRAGMA\s+(?!\w*(?:_info|_xinfo|_list|_check|_count)\b|user_version\b|(?:main\.)?\w+\s*;?\s*$))/i;
/** This one is taken back. */
const QUERY_ONLY = /^PRAGMA query_only = [01]$/;
/** The file lies in memory: its journal needs no file, and nothing to be flushed. */
const IN_MEMORY = 'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF';
/** What SQLite says of a connection that nothing was written by. */
const NOTHING_WRITTEN: ConnectionState = { lastRowId: 0, changed: 0 };

/** SQLite itself, compiled to WebAssembly. */
class SqlJsDatabase implements Database {
	readonly #sqlite: SqlJs;
	readonly #statements = new Map<string, Statement>();

	/** What `copy` answered last, while it holds. */
	#copy: DatabaseCopy | null = null;

	/** A statement has changed the connection itself. */
	#tuned = false;
	#readOnly = false;

	/** @param from the copy that `sqlite` has been opened with */
	constructor(sqlite: SqlJs, from?: DatabaseCopy) {
		this.#sqlite = sqlite;
		this.#begin(from ?? NOTHING_WRITTEN);
		this.#copy = from ?? null;
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
		const state = this.#state();
		this.#forget();
		const bytes = this.#sqlite.export();
		// SQLite has closed the file and opened it again.
		this.#begin(state);
		return bytes;
	}

	copy(): DatabaseCopy | null {
		if (this.#tuned || this.#readOnly || this.#inTransaction() || this.#count('sqlite_temp_master') > 0)
			return null;
		return (this.#copy ??= { ...this.#state(), bytes: this.export() });
	}

	close(): void {
		this.#forget();
		this.#sqlite.close();
	}

	#begin({ lastRowId, changed }: ConnectionState): void {
		this.#sqlite.run(IN_MEMORY);
		if (changed === 0 && lastRowId === 0) return;
		const rows = 'WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < ?)';
		this.#sqlite.run('CREATE TEMP TABLE written(x)');
		this.#sqlite.run(`INSERT INTO written(rowid) ${rows} SELECT ? - ? + i FROM n`, [
			Math.max(changed, 1),
			lastRowId,
			Math.max(changed, 1)
		]);
		if (changed === 0) this.#sqlite.run('DELETE FROM written WHERE 0');
		this.#sqlite.run('DROP TABLE temp.written');
	}

	#state(): ConnectionState {
		const [row] = this.#sqlite.exec('SELECT last_insert_rowid(), changes()')[0]?.values ?? [];
		return { lastRowId: Number(row?.[0]), changed: Number(row?.[1]) };
	}

	#count(table: string): number {
		return Number(this.#sqlite.exec(`SELECT count(*) FROM ${table}`)[0]?.values[0]?.[0]);
	}

	#inTransaction(): boolean {
		try {
			this.#sqlite.run('BEGIN');
		} catch {
			return true;
		}
		this.#sqlite.run('ROLLBACK');
		return false;
	}

	#using<T>(sql: string, params: readonly SqlValue[], work: (statement: Statement) => T): T {
		if (!READS.test(sql)) this.#copy = null;
		if (QUERY_ONLY.test(sql)) this.#readOnly = sql.endsWith('1');
		else if (TUNES.test(sql)) this.#tuned = true;
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
