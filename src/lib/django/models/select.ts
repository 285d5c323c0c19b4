import type { VersionBehaviour } from '../versions.ts';
import { columnOf, knownField, type ModelMeta } from './model.ts';
import { compileWhere, type ConditionNode, type Sql } from './where.ts';

/** What a query set asks for. */
export interface QuerySpec {
	readonly where: ConditionNode;
	/** Names of fields, "-" before those in descending order. */
	readonly order: readonly string[];
	/** The slice: rows from `low` up to, not including, `high`. */
	readonly low: number;
	readonly high: number | null;
	/** The names that `values()` asked for; `null` for whole objects. */
	readonly values: readonly string[] | null;
}

interface Compiled {
	readonly model: ModelMeta;
	readonly version: VersionBehaviour;
}

/** SELECT of the rows; `null` when none can match. */
export function compileSelect(spec: QuerySpec, { model, version }: Compiled): Sql | null {
	const tail = fromWhere(spec, { model, version });
	if (!tail || spec.high === spec.low) return null;
	const columns = selectedColumns(spec, model, version);
	const order = orderBy(spec, model, version);
	return {
		sql: `SELECT ${columns} ${tail.sql}${order}${limit(spec)}`,
		params: tail.params
	};
}

/** SELECT COUNT(*); a slice is counted as a subquery. */
export function compileCount(spec: QuerySpec, { model, version }: Compiled): Sql | null {
	const tail = fromWhere(spec, { model, version });
	if (!tail || spec.high === spec.low) return null;
	if (spec.low === 0 && spec.high === null) {
		return { sql: `SELECT COUNT(*) AS "__count" ${tail.sql}`, params: tail.params };
	}
	const order = orderBy({ ...spec, values: null }, model, version);
	const inner = `SELECT ${countedColumns(spec, model, version)} ${tail.sql}${order}${limit(spec)}`;
	return { sql: `SELECT COUNT(*) FROM (${inner}) subquery`, params: tail.params };
}

/** The columns of the subquery that counts a slice: the key alone, or those of `values()`. */
function countedColumns(spec: QuerySpec, model: ModelMeta, version: VersionBehaviour): string {
	if (spec.values !== null && version.valuesAliases) return selectedColumns(spec, model, version);
	return (spec.values ?? [model.primaryKey])
		.map((name, at) => {
			const alias = version.quotesCountAliases ? `"col${at + 1}"` : `Col${at + 1}`;
			return `${columnOf(model, knownField(model, name))} AS ${alias}`;
		})
		.join(', ');
}

/** Whether a row is there. */
export function compileExists(spec: QuerySpec, { model, version }: Compiled): Sql | null {
	const tail = fromWhere(spec, { model, version });
	if (!tail || spec.high === spec.low) return null;
	const bounds = limit({ ...spec, high: spec.low + 1 });
	return {
		sql: `SELECT ${version.existsColumn} AS "a" ${tail.sql}${bounds}`,
		params: tail.params
	};
}

/** FROM and WHERE; `null` when no row can match. */
export function fromWhere({ where }: Pick<QuerySpec, 'where'>, { model, version }: Compiled): Sql | null {
	const compiled = compileWhere(where, model, version);
	if (compiled === 'none') return null;
	const from = `FROM "${model.table}"`;
	return compiled === 'all'
		? { sql: from, params: [] }
		: { sql: `${from} WHERE ${compiled.sql}`, params: compiled.params };
}

function selectedColumns({ values }: QuerySpec, model: ModelMeta, version: VersionBehaviour): string {
	if (!values) return model.fields.map((field) => columnOf(model, field)).join(', ');
	return values
		.map((name) => {
			const column = columnOf(model, knownField(model, name));
			return version.valuesAliases ? `${column} AS "${name}"` : column;
		})
		.join(', ');
}

/** With aliases in the SELECT, an ordering by a selected column names its place. */
function orderBy({ order, values }: QuerySpec, model: ModelMeta, version: VersionBehaviour): string {
	if (order.length === 0) return '';
	const terms = order.map((term) => {
		const name = term.replace(/^-/, '');
		const field = knownField(model, name);
		const place =
			version.valuesAliases && values ? values.findIndex((value) => knownField(model, value) === field) : -1;
		return `${place < 0 ? columnOf(model, field) : String(place + 1)} ${term.startsWith('-') ? 'DESC' : 'ASC'}`;
	});
	return ` ORDER BY ${terms.join(', ')}`;
}

function limit({ low, high }: Pick<QuerySpec, 'low' | 'high'>): string {
	if (low === 0 && high === null) return '';
	const rows = high === null ? -1 : high - low;
	return ` LIMIT ${rows}${low > 0 ? ` OFFSET ${low}` : ''}`;
}
