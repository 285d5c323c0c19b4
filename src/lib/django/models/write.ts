import type { VersionBehaviour } from '../versions.ts';
import { columnOf, knownField, type ModelMeta, type StoredValue } from './model.ts';
import { fromWhere, type QuerySpec } from './select.ts';
import type { Sql } from './where.ts';

/** Fields and the values that they get. */
export type Assignments = readonly (readonly [field: string, value: StoredValue])[];

/** UPDATE of the rows that a query set matches; `null` when none can match. */
export function compileUpdate(
	spec: Pick<QuerySpec, 'where'>,
	assignments: Assignments,
	model: ModelMeta,
	version: VersionBehaviour
): Sql | null {
	const tail = fromWhere(spec, { model, version });
	if (!tail) return null;
	const set = assignments.map(([name]) => `"${knownField(model, name).column}" = ?`).join(', ');
	const where = tail.sql.replace(`FROM "${model.table}"`, '');
	return {
		sql: `UPDATE "${model.table}" SET ${set}${where}`,
		params: [...assignments.map(([, value]) => value), ...tail.params]
	};
}

/**
 * INSERT of rows that all set the same fields.
 * @param bulk several rows at once: the first version then selects them one under the other
 */
export function compileInsert(
	fields: readonly string[],
	rows: readonly (readonly StoredValue[])[],
	model: ModelMeta,
	version: VersionBehaviour,
	bulk: boolean
): Sql {
	const columns = fields.map((name) => `"${knownField(model, name).column}"`).join(', ');
	const marks = fields.map(() => '?').join(', ');
	const key = knownField(model, model.primaryKey);
	const returns = key.kind === 'AutoField';
	const selects = version.insertSelects && (bulk || !returns);
	const values = selects
		? rows.map(() => `SELECT ${marks}`).join(' UNION ALL ')
		: `VALUES ${rows.map(() => `(${marks})`).join(', ')}`;
	const returning = returns && !version.insertSelects ? ` RETURNING ${columnOf(model, key)}` : '';
	return {
		sql: `INSERT INTO "${model.table}" (${columns}) ${values}${returning}`,
		params: rows.flat()
	};
}
