import type { VersionBehaviour } from '../versions.ts';
import { columnOf, knownField, type ModelMeta, type StoredValue } from './model.ts';
import type { Lookup } from './resolve.ts';

/** One condition: a field, how it is compared, and with what. */
export type Condition = readonly [
	field: string,
	lookup: Lookup,
	value: StoredValue | boolean | readonly StoredValue[]
];

/** Conditions joined by AND or OR, perhaps negated: what `filter`, `exclude` and `Q` say. */
export interface ConditionNode {
	readonly join: 'AND' | 'OR';
	readonly negated: boolean;
	readonly children: readonly (ConditionNode | Condition)[];
}

/** A piece of SQL and the values for its question marks. */
export interface Sql {
	readonly sql: string;
	readonly params: readonly StoredValue[];
}

/** `none`: no row can match, nothing is asked. `all`: every row matches, no WHERE is written. */
export type WhereSql = Sql | 'none' | 'all';

interface Compiling {
	readonly model: ModelMeta;
	readonly version: VersionBehaviour;
}

/** The WHERE of a query set's conditions, written as Django writes it. */
export function compileWhere(node: ConditionNode, model: ModelMeta, version: VersionBehaviour): WhereSql {
	return compileNode(buildTree(node, false, { model, version }));
}

/** A tree whose leaves are SQL already. */
interface Tree {
	readonly join: 'AND' | 'OR';
	readonly negated: boolean;
	readonly children: readonly (Tree | Sql | 'none')[];
}

/**
 * `Query._add_q`: a nullable column that is compared under a negation also asks for IS NOT NULL; children that are
 * joined as their parent is melt into it.
 */
function buildTree(node: ConditionNode, negatedAbove: boolean, compiling: Compiling): Tree {
	const negated = negatedAbove !== node.negated;
	const children: (Tree | Sql | 'none')[] = [];
	for (const child of node.children) {
		const tree = isCondition(child)
			? conditionTree(child, negated, compiling)
			: buildTree(child, negated, compiling);
		const melts = !tree.negated && (tree.join === node.join || tree.children.length === 1);
		if (melts) children.push(...tree.children);
		else children.push(tree);
	}
	return { join: node.join, negated: node.negated, children };
}

function isCondition(child: ConditionNode | Condition): child is Condition {
	return Array.isArray(child);
}

function conditionTree(condition: Condition, negated: boolean, { model, version }: Compiling): Tree {
	const [name, lookup, value] = condition;
	const field = knownField(model, name);
	const column = columnOf(model, field);
	const children: (Sql | 'none')[] = [comparison(column, field.kind, lookup, value, version)];
	const isNull = lookup === 'isnull' || (lookup === 'exact' && value === null);
	if (negated && field.nullable && !isNull) children.push({ sql: `${column} IS NOT NULL`, params: [] });
	return { join: 'AND', negated: false, children };
}

const OPERATORS = { exact: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

function comparison(
	column: string,
	kind: string,
	lookup: Lookup,
	value: Condition[2],
	version: VersionBehaviour
): Sql | 'none' {
	if (lookup === 'isnull') return { sql: `${column} IS ${value === true ? '' : 'NOT '}NULL`, params: [] };
	if (lookup === 'in') {
		const values = [...new Set((value as readonly StoredValue[]).filter((one) => one !== null))];
		if (values.length === 0) return 'none';
		return { sql: `${column} IN (${values.map(() => '?').join(', ')})`, params: values };
	}
	if (lookup === 'exact' && value === null) return { sql: `${column} IS NULL`, params: [] };
	if (lookup === 'exact' && kind === 'BooleanField' && !version.comparesBooleans) {
		return { sql: Number(value) === 1 ? column : `NOT ${column}`, params: [] };
	}
	return { sql: `${column} ${OPERATORS[lookup]} ?`, params: [value as StoredValue] };
}

/** `WhereNode.as_sql`. */
function compileNode({ join, negated, children }: Tree): WhereSql {
	let fullNeeded = join === 'AND' ? children.length : 1;
	let emptyNeeded = join === 'AND' ? 1 : children.length;
	const parts: Sql[] = [];
	if (children.length === 0) return 'all';
	for (const child of children) {
		const compiled = isTree(child) ? compileNode(child) : child;
		if (compiled === 'none') emptyNeeded -= 1;
		else if (compiled === 'all') fullNeeded -= 1;
		else parts.push(compiled);
		if (emptyNeeded === 0) return negated ? 'all' : 'none';
		if (fullNeeded === 0) return negated ? 'none' : 'all';
	}
	const sql = parts.map((part) => part.sql).join(` ${join} `);
	const params = parts.flatMap((part) => part.params);
	if (negated) return { sql: `NOT (${sql})`, params };
	return { sql: parts.length > 1 ? `(${sql})` : sql, params };
}

function isTree(child: Tree | Sql | 'none'): child is Tree {
	return typeof child === 'object' && 'children' in child;
}
