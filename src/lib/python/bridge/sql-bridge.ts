import type { SqlValue } from '../../database/database.ts';
import { rawQuery } from '../../django/sql/raw-query.ts';
import type { SqlRunner } from '../../django/sql/sql-runner.ts';
import type { BridgeFunction } from '../interpreter/python-space.ts';

const SAVEPOINTS = {
	begin: ['SAVEPOINT'],
	commit: ['RELEASE'],
	rollback: ['ROLLBACK TO', 'RELEASE']
} as const;

/** What `django.db` asks of the host: cursors and transactions. */
export function sqlBridge(sql: SqlRunner): Readonly<Record<string, BridgeFunction>> {
	return {
		'sql.query': (text: string, params: string) =>
			JSON.stringify(rawQuery(sql, text, JSON.parse(params) as SqlValue[] | null)),
		'sql.savepoint': (what: keyof typeof SAVEPOINTS, depth: number) => {
			for (const verb of SAVEPOINTS[what]) sql.quietly(`${verb} "atomic_${depth}"`);
		}
	};
}
