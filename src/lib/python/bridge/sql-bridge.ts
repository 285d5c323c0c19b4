import type { SqlValue } from '../../database/database.ts';
import { rawQuery } from '../../django/sql/raw-query.ts';
import type { SqlLog } from '../../django/sql/sql-log.ts';
import type { SqlRunner } from '../../django/sql/sql-runner.ts';
import type { BridgeFunction } from '../interpreter/python-space.ts';

const SAVEPOINTS = {
	begin: ['SAVEPOINT'],
	commit: ['RELEASE'],
	rollback: ['ROLLBACK TO', 'RELEASE']
} as const;
/** As Django's log names them, inside another block. */
const LOGGED = {
	begin: ['SAVEPOINT'],
	commit: ['RELEASE SAVEPOINT'],
	rollback: ['ROLLBACK TO SAVEPOINT', 'RELEASE SAVEPOINT']
} as const;

/** The database of a process: its statements, and another one in its place while tests run. */
export interface SqlSite {
	readonly sql: SqlRunner;
	readonly log: SqlLog;
	/** Puts an empty database in the place of the project's, or takes it away. */
	readonly testDatabase: (wanted: boolean) => void;
}

/** What `django.db` asks of the host: cursors, transactions, the log of statements. */
export function sqlBridge({ sql, log, testDatabase }: SqlSite): Readonly<Record<string, BridgeFunction>> {
	return {
		'sql.refuse': (refuses: boolean) => {
			sql.refuses = refuses;
		},
		'sql.test_database': testDatabase,
		'sql.logged': () => log.count,
		'sql.log': (start: number, end?: number | null) => JSON.stringify(log.between(start, end ?? undefined)),
		'sql.forget_log': () => {
			log.forget();
		},
		'sql.query': (text: string, params: string) =>
			JSON.stringify(rawQuery(sql, text, JSON.parse(params) as SqlValue[] | null)),
		'sql.savepoint': (what: keyof typeof SAVEPOINTS, depth: number) => {
			if (depth === 0) sql.inTransaction = what === 'begin';
			for (const verb of SAVEPOINTS[what]) sql.quietly(`${verb} "atomic_${depth}"`);
			if (depth > 0) for (const verb of LOGGED[what]) log.add(`${verb} "atomic_${depth}"`);
		}
	};
}
