import { DatabaseError, type Database, type SqlValue } from '../../database/database.ts';
import { DjangoError } from '../error.ts';
import { ERROR_NAMES } from './error-names.ts';

/** A statement that ran: its text with the values written in, and what came of it. */
export interface RanSql {
	readonly sql: string;
	readonly rows: number;
	readonly failed?: string;
}

/** Runs SQL as Django's SQLite backend does, and tells each statement with its values written in. */
export class SqlRunner {
	readonly #database: () => Database;
	readonly #told: (ran: RanSql) => void;
	readonly #waitForLock: () => void;
	/** A transaction is open; `read`: it holds the lock of a reader. */
	#transaction: 'none' | 'open' | 'read' = 'none';

	/** The transaction is broken: statements are told, but do not run. */
	refuses = false;

	/** @param waitForLock lets the time pass that Python's sqlite3 waits for a locked file */
	constructor(
		database: () => Database,
		told: (ran: RanSql) => void,
		waitForLock: () => void = () => undefined
	) {
		this.#database = database;
		this.#waitForLock = waitForLock;
		this.#told = told;
	}

	/** The outermost transaction begins or ends. */
	set inTransaction(open: boolean) {
		this.#transaction = open ? 'open' : 'none';
	}

	/** Runs a query. @throws DjangoError of `django.db.utils` */
	select(sql: string, params: readonly SqlValue[] = []): SqlValue[][] {
		return this.#run(sql, params, (database) => {
			const rows = database.all(sql, params);
			return { answer: rows, rows: rows.length };
		});
	}

	/** Runs a statement. @returns how many rows it changed @throws DjangoError of `django.db.utils` */
	execute(sql: string, params: readonly SqlValue[] = []): number {
		return this.#run(sql, params, (database) => {
			const changed = database.run(sql, params);
			return { answer: changed, rows: changed };
		});
	}

	/** Runs a statement whatever it is; also returns the names of its columns. @throws DjangoError of `django.db.utils` */
	query(
		sql: string,
		params: readonly SqlValue[] = []
	): { columns: string[]; rows: SqlValue[][]; changed: number } {
		return this.#run(sql, params, (database) => {
			const answer = database.query(sql, params);
			return { answer, rows: answer.columns.length > 0 ? answer.rows.length : answer.changed };
		});
	}

	/** Runs a statement without telling it: what Django asks on its own account. */
	quietly(sql: string, params: readonly SqlValue[] = []): SqlValue[][] {
		return raising(() => this.#database().all(sql, params));
	}

	/** SQLite waits for a lock, but not in a transaction that has read: two that wait so would wait for ever. */
	#waiting<T>(work: () => T): T {
		try {
			return work();
		} catch (error) {
			if (isLocked(error) && this.#transaction !== 'read') this.#waitForLock();
			throw error;
		}
	}

	#run<T>(
		sql: string,
		params: readonly SqlValue[],
		work: (database: Database) => { answer: T; rows: number }
	): T {
		const database = this.#database();
		const text = withValues(sql, params);
		try {
			if (this.refuses) throw brokenTransaction();
			const { answer, rows } = raising(() => this.#waiting(() => work(database)));
			if (this.#transaction === 'open') this.#transaction = 'read';
			this.#told({ sql: text, rows });
			return answer;
		} catch (error) {
			if (error instanceof DjangoError) this.#told({ sql: text, rows: 0, failed: error.message });
			throw error;
		}
	}
}

function isLocked(error: unknown): boolean {
	return error instanceof DatabaseError && error.message === 'database is locked';
}

function brokenTransaction(): DjangoError {
	return new DjangoError(
		'django.db.transaction.TransactionManagementError',
		"An error occurred in the current transaction. You can't execute queries until the end of the 'atomic' block."
	);
}

function raising<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (!(error instanceof DatabaseError)) throw error;
		throw new DjangoError(`django.db.utils.${ERROR_NAMES[error.kind]}`, error.message);
	}
}

/** A statement with its values in place of the question marks, quoted as SQLite's `quote()` does. */
export function withValues(sql: string, params: readonly SqlValue[]): string {
	let next = 0;
	return sql.replace(/\?/g, () => quote(params[next++] ?? null));
}

function quote(value: SqlValue): string {
	if (value === null) return 'NULL';
	// SQLite's `quote()` ends at the first NUL.
	if (typeof value === 'string') return `'${value.split('\0', 1).join('').replaceAll("'", "''")}'`;
	if (value instanceof Uint8Array) {
		return `X'${Array.from(value, (byte) => byte.toString(16).padStart(2, '0'))
			.join('')
			.toUpperCase()}'`;
	}
	return String(value);
}
