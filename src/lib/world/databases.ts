import type { Database, DatabaseCopy, OpenDatabase } from '../database/database.ts';
import type { LockedAgainst } from './faults/fault-action.ts';
import { LockedDatabase } from './faults/locked-database.ts';

/** Django's default name in `startproject`; what the store pane and the `sql` action read. */
export const DEFAULT_DATABASE = 'db.sqlite3';

/** The databases of a project as values that do not change. */
export interface DatabasesSnapshot {
	/** By file name. */
	readonly copies: Readonly<Record<string, DatabaseCopy>>;
	readonly lockedAgainst: LockedAgainst | null;
}

/** The SQLite files of one project, each created empty at its first use. */
export class Databases {
	readonly #open = new Map<string, Database>();
	readonly #openDatabase: OpenDatabase;
	/** What a lock of another program keeps out of the files; `null`: nothing. */
	lockedAgainst: LockedAgainst | null = null;

	constructor(openDatabase: OpenDatabase) {
		this.#openDatabase = openDatabase;
	}

	/** All of them by file name. */
	get all(): ReadonlyMap<string, Database> {
		return this.#open;
	}

	/** A copy of each; `null` while one of them cannot be copied. */
	snapshot(): DatabasesSnapshot | null {
		const copies: Record<string, DatabaseCopy> = {};
		for (const [file, database] of this.#open) {
			const copy = database.copy();
			if (!copy) return null;
			copies[file] = copy;
		}
		return { copies, lockedAgainst: this.lockedAgainst };
	}

	/** Holds the databases that copies were taken of, and no others. */
	restore({ copies, lockedAgainst }: DatabasesSnapshot): void {
		this.close();
		this.lockedAgainst = lockedAgainst;
		for (const [file, copy] of Object.entries(copies)) this.#open.set(file, this.#openDatabase(copy));
	}

	/** The database of a file name or path, whoever has locked it; only the last part of the path counts. */
	get(name: string): Database {
		const file = name.split('/').at(-1) || DEFAULT_DATABASE;
		let database = this.#open.get(file);
		if (!database) {
			database = this.#openDatabase();
			this.#open.set(file, database);
		}
		return database;
	}

	/** The same database as a program gets it, which meets the lock. */
	connect(name: string): Database {
		const file = this.get(name);
		return this.lockedAgainst === null ? file : new LockedDatabase(file, () => this.lockedAgainst);
	}

	/** An empty database that belongs to whoever asks, and is closed by them. */
	temporary(): Database {
		return this.#openDatabase();
	}

	close(): void {
		for (const database of this.#open.values()) database.close();
		this.#open.clear();
	}
}
