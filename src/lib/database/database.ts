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

/** What a connection remembers of its last INSERT, UPDATE or DELETE. */
export interface ConnectionState {
	/** `last_insert_rowid()`. */
	readonly lastRowId: number;
	/** `changes()`. */
	readonly changed: number;
}

/** A database as it stands between two transactions. */
export interface DatabaseCopy extends ConnectionState {
	/** The bytes of its file. */
	readonly bytes: Uint8Array;
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
	/**
	 * All that can be put into another database by `OpenDatabase`; the same object until something is written. `null`
	 * while there is more than that: an open transaction, temporary tables.
	 */
	copy(): DatabaseCopy | null;
	close(): void;
}

/** Opens databases: empty, from the bytes of an earlier `export`, or as a copy of another. */
export type OpenDatabase = (from?: Uint8Array | DatabaseCopy) => Database;
