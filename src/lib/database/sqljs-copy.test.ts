import { beforeAll, describe, expect, it } from 'vitest';
import type { Database, OpenDatabase } from './database.ts';
import { loadSqlite } from './sqljs.ts';

let open: OpenDatabase;
beforeAll(async () => {
	open = await loadSqlite();
});

const REMEMBERED = 'SELECT last_insert_rowid(), changes()';

function written(): Database {
	const database = open();
	database.run('CREATE TABLE kept(id INTEGER PRIMARY KEY AUTOINCREMENT, text)');
	database.run("INSERT INTO kept(text) VALUES ('a'), ('b'), ('c')");
	return database;
}

describe('a copy of a database', () => {
	it('has its rows, and what its connection remembers', () => {
		const database = written();
		const copy = database.copy();
		const other = open(copy ?? undefined);
		expect(other.all('SELECT * FROM kept')).toEqual(database.all('SELECT * FROM kept'));
		expect(other.all(REMEMBERED)).toEqual([[3, 3]]);
	});

	it('remembers the last row where nothing was changed after it', () => {
		const database = written();
		database.run('DELETE FROM kept WHERE id > 3');
		const other = open(database.copy() ?? undefined);
		expect([other.all(REMEMBERED), database.all(REMEMBERED)]).toEqual([[[3, 0]], [[3, 0]]]);
	});

	it('leaves the database as it was', () => {
		const database = written();
		const before = [database.all(REMEMBERED), database.all('SELECT * FROM kept')];
		database.copy();
		expect([database.all(REMEMBERED), database.all('SELECT * FROM kept')]).toEqual(before);
		expect(database.run("UPDATE kept SET text = 'd' WHERE id > 1")).toBe(2);
	});

	it('is the same one until something is written', () => {
		const database = written();
		const copy = database.copy();
		database.all('SELECT count(*) FROM kept');
		expect(database.copy()).toBe(copy);
		database.run('DELETE FROM kept WHERE id = 1');
		expect(database.copy()).not.toBe(copy);
	});

	it.each([
		['an open transaction', 'BEGIN'],
		['a temporary table', 'CREATE TEMP TABLE aside(x)'],
		['a setting of the connection', 'PRAGMA foreign_keys = ON'],
		['a setting in brackets', 'PRAGMA foreign_keys(1)'],
		['another database', "ATTACH ':memory:' AS other"]
	])('is not made with %s', (_, sql) => {
		const database = written();
		database.run(sql);
		expect(database.copy()).toBeNull();
	});

	it.each(['PRAGMA table_info(kept)', 'PRAGMA foreign_keys', 'PRAGMA integrity_check', 'BEGIN; '])(
		'is made after %s',
		(sql) => {
			const database = written();
			database.query(sql);
			if (sql.startsWith('BEGIN')) database.run('ROLLBACK');
			expect(database.copy()).not.toBeNull();
		}
	);
});
