import type { Database, OpenDatabase } from '../database/database.ts';
import type { LockedAgainst } from './faults/fault-action.ts';
import { LockedDatabase } from './faults/locked-database.ts';

/** Django's default name in `startproject`; what the store pane and the `sql` action read. */
export const DEFAULT_DATABASE = 'db.sqlite3';

/** The SQLite files of one project, each created empty at its first use. */
export class Databases {
	readonly #open = new Map<string, Database>();
	readonly #openDatabase: OpenDatabase;
	/** What a lock of another program keeps out of the files; `null`: nothing. */
	lockedAgainst: LockedAgainst | null = null;

	constructor(openDatabase: OpenDatabase) {
		this.#openDatabase = openDatabase;
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
