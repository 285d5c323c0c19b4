import type { CommandContext } from '../command.ts';
import type { InstalledApp } from '../installed-app.ts';
import type { SqlRunner } from '../../sql/sql-runner.ts';
import { DATABASE_APPS, type ModelName } from './apps/installed.ts';
import { hasModels } from './loader.ts';
import type { Schema } from './table.ts';

const CONTENT_TYPE = '"django_content_type"';
const PERMISSION = '"auth_permission"';
const ROW = `${CONTENT_TYPE}."id", ${CONTENT_TYPE}."app_label", ${CONTENT_TYPE}."model"`;
const ACTIONS = ['add', 'change', 'delete', 'view'] as const;

/**
 * What the apps `auth` and `contenttypes` do after `migrate` for one app: content types for its models, and the four
 * permissions of each. Only what the migrations applied so far have made counts.
 * @param schema the tables of the applied migrations
 */
export function afterMigrate(
	app: InstalledApp,
	schema: Schema,
	context: CommandContext,
	say: (line: string) => void
): void {
	for (const { label } of context.apps.filter(hasModels)) {
		if (label === 'contenttypes') createContentTypes(app, schema, context, say);
		if (label === 'auth' && schema.has('auth_permission')) {
			createContentTypes(app, schema, context, say);
			createPermissions(app, schema, context, say);
		}
	}
}

function modelsOf({ label }: InstalledApp, schema: Schema): readonly ModelName[] {
	return DATABASE_APPS[label]?.models.filter(({ table }) => schema.has(table)) ?? [];
}

function createContentTypes(
	app: InstalledApp,
	schema: Schema,
	{ sql, version }: CommandContext,
	say: (line: string) => void
): void {
	const table = schema.get('django_content_type');
	const models = modelsOf(app, schema);
	if (!table || models.length === 0) return;
	const named = version.contentTypeQueries === 'names';
	const what = named ? `${CONTENT_TYPE}."model" AS "model"` : ROW;
	const where = `WHERE ${CONTENT_TYPE}."app_label" = ?`;
	const rows = sql.select(`SELECT ${what} FROM ${CONTENT_TYPE} ${where}`, [app.label]);
	const there = new Set(rows.map((row) => row[named ? 0 : 2]));
	const missing = models.map(({ model }) => model).filter((model) => !there.has(model));
	if (version.contentTypesSorted) missing.sort();
	if (missing.length === 0) return;
	// Before its second migration the table has a name too.
	const own = table.columns.some(({ name }) => name === 'name') ? ['name'] : [];
	const columns = [...own, 'app_label', 'model'];
	insertRows(
		sql,
		CONTENT_TYPE,
		columns,
		missing.map((model) => [...own.map(() => ''), app.label, model]),
		version.insertSelects
	);
	for (const model of missing) say(`Adding content type '${app.label} | ${model}'`);
}

function createPermissions(
	app: InstalledApp,
	schema: Schema,
	{ sql, version }: CommandContext,
	say: (line: string) => void
): void {
	const models = modelsOf(app, schema);
	if (!schema.has('django_content_type') || models.length === 0) return;
	const ids = contentTypeIds(app.label, models, sql, version.contentTypeQueries === 'each');
	const there = new Set(heldPermissions(sql, [...ids.values()], version.contentTypeQueries === 'each'));
	const missing = models.flatMap(({ model, verboseName }) =>
		ACTIONS.map(
			(action) => [`Can ${action} ${verboseName}`, ids.get(model) ?? 0, `${action}_${model}`] as const
		)
	);
	const rows = missing.filter(([, id, codename]) => !there.has(`${id} ${codename}`));
	if (rows.length === 0) return;
	insertRows(sql, PERMISSION, ['name', 'content_type_id', 'codename'], rows, version.insertSelects);
	const last = Number(sql.quietly(`SELECT max(id) FROM ${PERMISSION}`)[0]?.[0]);
	rows.forEach((_, at) => {
		const id = version.insertSelects ? 'None' : last - rows.length + 1 + at;
		say(`Adding permission 'Permission object (${id})'`);
	});
}

function contentTypeIds(
	label: string,
	models: readonly ModelName[],
	sql: SqlRunner,
	oneByOne: boolean
): Map<string, number> {
	const select = `SELECT ${ROW} FROM ${CONTENT_TYPE} WHERE (${CONTENT_TYPE}."app_label" = ? AND ${CONTENT_TYPE}."model"`;
	const names = models.map(({ model }) => model);
	const rows = oneByOne
		? names.flatMap((model) => sql.select(`${select} = ?) LIMIT 21`, [label, model]))
		: sql.select(`${select} IN (${names.map(() => '?').join(', ')}))`, [label, ...names]);
	return new Map(rows.map(([id, , model]) => [String(model), Number(id)]));
}

function heldPermissions(sql: SqlRunner, ids: readonly number[], plain: boolean): string[] {
	const columns = plain
		? `${PERMISSION}."content_type_id", ${PERMISSION}."codename"`
		: `${PERMISSION}."content_type_id" AS "content_type", ${PERMISSION}."codename" AS "codename"`;
	const join = `INNER JOIN ${CONTENT_TYPE} ON (${PERMISSION}."content_type_id" = ${CONTENT_TYPE}."id")`;
	const where = `WHERE ${PERMISSION}."content_type_id" IN (${ids.map(() => '?').join(', ')})`;
	const last = plain ? `${PERMISSION}."codename"` : '2';
	const order = `ORDER BY ${CONTENT_TYPE}."app_label" ASC, ${CONTENT_TYPE}."model" ASC, ${last} ASC`;
	const rows = sql.select(`SELECT ${columns} FROM ${PERMISSION} ${join} ${where} ${order}`, ids);
	return rows.map(([id, codename]) => `${String(id)} ${String(codename)}`);
}

/** `bulk_create`: one INSERT for all rows. */
function insertRows(
	sql: SqlRunner,
	table: string,
	columns: readonly string[],
	rows: readonly (readonly (string | number)[])[],
	selects: boolean
): void {
	const into = `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')})`;
	const marks = columns.map(() => '?').join(', ');
	const values = selects
		? rows.map(() => `SELECT ${marks}`).join(' UNION ALL ')
		: `VALUES ${rows.map(() => `(${marks})`).join(', ')} RETURNING ${table}."id"`;
	sql.execute(`${into} ${values}`, rows.flat());
}
