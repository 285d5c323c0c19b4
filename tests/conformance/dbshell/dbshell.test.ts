import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/lib/database/database.ts';
import { loadSqlite } from '../../../src/lib/database/sqljs.ts';
import { DbShell } from '../../../src/lib/django/management/dbshell/dbshell.ts';
import { splitStatements } from '../../../src/lib/django/management/dbshell/statements.ts';

/** What the sqlite3 command answered, line by line, in one session (README.md). */
const RECORD = JSON.parse(readFileSync(new URL('sqlite3.json', import.meta.url), 'utf8')) as {
	sqlite: string;
	setup: string;
	lines: { input: string; output: string }[];
};

describe(`the prompt of sqlite3 ${RECORD.sqlite}`, () => {
	const shell = new DbShell();
	let database: Database;
	beforeAll(async () => {
		const open = await loadSqlite();
		database = open();
		for (const statement of splitStatements(RECORD.setup).complete) database.run(statement);
	});
	afterAll(() => {
		database.close();
	});

	it.each(RECORD.lines.map(({ input, output }, at) => [at, input, output] as const))(
		'%i: %s',
		(_, input, output) => {
			expect(shell.run(input, database, 'db.sqlite3').stdout).toBe(output);
		}
	);
});

describe('lines', () => {
	const nothing = (): never => {
		throw new Error('The database is not asked');
	};
	const untouched: Database = {
		all: nothing,
		run: nothing,
		query: nothing,
		copy: nothing,
		export: nothing,
		close: nothing
	};

	it.each([
		['select 1', ''],
		["select ';", ''],
		['-- only a comment', ''],
		[';', ''],
		[
			'.mode nix',
			'Error: mode should be one of: box column csv insert json line list markdown quote table tabs\n'
		],
		['.foo', 'Error: unknown command or invalid arguments:  "foo". Enter ".help" for help\n'],
		[
			'.shell ls',
			'Error: .shell reaches outside of the database, and there is nothing outside of it here.\n'
		],
		['.databases', 'main: /project/db.sqlite3 r/w\n']
	])('%j answers without a query', (input, stdout) => {
		expect(new DbShell().run(input, untouched, '/project/db.sqlite3')).toEqual({ stdout, statements: [] });
	});
});
