import type { SqlRunner } from '../sql/sql-runner.ts';
import type { VersionBehaviour } from '../versions.ts';
import { columnOf, knownField, type ModelMeta, type StoredValue } from './model.ts';
import { fromWhere, type QuerySpec } from './select.ts';

/** How many rows went, by the label of their model; models of which none went are left out. */
export type DeletedCounts = readonly (readonly [label: string, count: number])[];

/** So many objects go in one DELETE. */
const BATCH = 100;

/** Whether `delete()` of a query set is one DELETE: nothing depends on its rows. */
export function deletesFast({ dependents }: ModelMeta): boolean {
	return dependents.length === 0;
}

/** DELETE of the rows that a query set matches, on which nothing depends. @returns how many went */
export function deleteMatching(
	spec: Pick<QuerySpec, 'where'>,
	model: ModelMeta,
	version: VersionBehaviour,
	sql: SqlRunner
): DeletedCounts {
	const tail = fromWhere(spec, { model, version });
	if (!tail) return [];
	return counted(model.label, sql.execute(`DELETE ${tail.sql}`, tail.params));
}

/** DELETE of objects by their keys: first what depends on them, then they themselves, the last one first. */
export function deleteByKey(keys: readonly StoredValue[], model: ModelMeta, sql: SqlRunner): DeletedCounts {
	const dependents = model.dependents.flatMap(({ table, column, label }) =>
		counted(label, deleteIn(`"${table}"`, `"${table}"."${column}"`, keys, sql))
	);
	const key = columnOf(model, knownField(model, model.primaryKey));
	const own = keys.length > 1 ? keys.toReversed() : keys;
	let count = 0;
	for (let at = 0; at < own.length; at += BATCH) {
		count += deleteIn(`"${model.table}"`, key, own.slice(at, at + BATCH), sql);
	}
	return [...dependents, ...counted(model.label, count)];
}

function deleteIn(table: string, column: string, keys: readonly StoredValue[], sql: SqlRunner): number {
	return sql.execute(`DELETE FROM ${table} WHERE ${column} IN (${keys.map(() => '?').join(', ')})`, keys);
}

function counted(label: string, count: number): DeletedCounts {
	return count > 0 ? [[label, count]] : [];
}
