import { DatabaseError, type Database, type DatabaseCopy } from '../../database/database.ts';
import type { LockedAgainst } from './fault-action.ts';

/** What SQLite says of a file that another program has locked. */
const LOCKED = 'database is locked';
/** What SQLite says of a write under `query_only`: it asks at the very place where it would take the lock. */
const READ_ONLY = 'attempt to write a readonly database';
/** Statements that touch no page of the file before the next one does. */
const NEEDS_NO_LOCK =
	/^\s*(?:begin(?:\s+(?:deferred|transaction))*|savepoint\b.*|release\b.*|rollback\b.*|commit|end)\s*;?\s*$/is;

/** A database file as programs get it: they meet the lock that another program holds. */
export class LockedDatabase implements Database {
	readonly #file: Database;
	readonly #lock: () => LockedAgainst | null;

	/** @param lock what is kept out just now; `null`: nothing */
	constructor(file: Database, lock: () => LockedAgainst | null) {
		this.#file = file;
		this.#lock = lock;
	}

	all: Database['all'] = (sql, params) => this.#under(sql, () => this.#file.all(sql, params));
	run: Database['run'] = (sql, params) => this.#under(sql, () => this.#file.run(sql, params));
	query: Database['query'] = (sql, params) => this.#under(sql, () => this.#file.query(sql, params));

	copy(): DatabaseCopy | null {
		return this.#file.copy();
	}

	export(): Uint8Array {
		return this.#file.export();
	}

	close(): void {
		this.#file.close();
	}

	#under<T>(sql: string, work: () => T): T {
		const against = this.#lock();
		if (against === null || NEEDS_NO_LOCK.test(sql)) return work();
		if (against === 'everything') throw new DatabaseError(LOCKED);
		this.#file.run('PRAGMA query_only = 1');
		try {
			return work();
		} catch (error) {
			if (error instanceof DatabaseError && error.message === READ_ONLY) throw new DatabaseError(LOCKED);
			throw error;
		} finally {
			this.#file.run('PRAGMA query_only = 0');
		}
	}
}
