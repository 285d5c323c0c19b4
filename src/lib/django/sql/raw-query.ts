import type { SqlValue } from '../../database/database.ts';
import { DjangoError } from '../error.ts';
import type { SqlRunner } from './sql-runner.ts';

/** The columns of a statement's answer, its rows, and how many rows it changed. */
export type RawAnswer = readonly [columns: string[], rows: SqlValue[][], changed: number];

/**
 * `cursor.execute`: a statement as a program wrote it.
 * @param params values for its %s; `null` when the text stands as it is
 * @throws ProgrammingError when values and placeholders are not of one number
 */
export function rawQuery(sql: SqlRunner, text: string, params: readonly SqlValue[] | null): RawAnswer {
	const { columns, rows, changed } = sql.query(params ? withMarks(text) : text, bound(text, params));
	return [columns, rows, changed];
}

function withMarks(text: string): string {
	return text.replace(/%s|%%/g, (mark) => (mark === '%%' ? '%' : '?'));
}

function bound(text: string, params: readonly SqlValue[] | null): readonly SqlValue[] {
	const wanted = params ? (text.match(/%s|%%/g)?.filter((mark) => mark === '%s').length ?? 0) : 0;
	const given = params ?? [];
	if (wanted !== given.length) {
		throw new DjangoError(
			'django.db.utils.ProgrammingError',
			`Incorrect number of bindings supplied. The current statement uses ${wanted}, and there are ${given.length} supplied.`
		);
	}
	return given;
}
