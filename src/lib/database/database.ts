/** A value in SQLite, as the Database port takes and returns it. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/**
 * How Python's `sqlite3` sorts what goes wrong: `integrity`, a constraint or a type refuses a value; `programming`,
 * the call itself is wrong; `operational`, everything else.
 */
export type DatabaseErrorKind = 'integrity' | 'programming' | 'operational';

/** What SQLite itself refused, with its own message ("no such table: django_session"). */
export class DatabaseError extends Error {
	override readonly name = 'DatabaseError';
	readonly kind: DatabaseErrorKind;

	constructor(message: string, kind: DatabaseErrorKind = 'operational') {
		super(message);
		this.kind = kind;
	}
}

/** One SQLite database of a world. Every call is synchronous. */
export interface Database {
	/** Runs one statement and returns its rows. @throws DatabaseError */
	all(sql: string, params?: readonly SqlValue[]): SqlValue[][];
	/** Runs one statement; returns how many rows it changed. @throws DatabaseError */
	run(sql: string, params?: readonly SqlValue[]): number;
	/** Runs a statement and also returns the names of its columns. @throws DatabaseError */
	query(
		sql: string,
		params?: readonly SqlValue[]
	): { columns: string[]; rows: SqlValue[][]; changed: number };
	/** The database file's bytes. Must not be called inside an open transaction. */
	export(): Uint8Array;
	close(): void;
}

/** Opens databases: empty, or from the bytes of an earlier `export`. */
export type OpenDatabase = (bytes?: Uint8Array) => Database;
