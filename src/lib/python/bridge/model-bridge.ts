import type { ModelMeta, StoredValue } from '../../django/models/model.ts';
import { deleteByKey, deleteMatching, deletesFast } from '../../django/models/remove.ts';
import { outside, requireField, resolveKeyword } from '../../django/models/resolve.ts';
import { compileCount, compileExists, compileSelect, type QuerySpec } from '../../django/models/select.ts';
import { compileInsert, compileUpdate, type Assignments } from '../../django/models/write.ts';
import type { SqlRunner } from '../../django/sql/sql-runner.ts';
import type { VersionBehaviour } from '../../django/versions.ts';
import type { BridgeFunction } from '../interpreter/python-space.ts';

/** What the models of a process work with. */
export interface ModelSite {
	readonly version: VersionBehaviour;
	readonly sql: SqlRunner;
}

/** What `django.db.models` asks of the host. Query sets, values and rows cross as JSON. */
export function modelBridge(site: ModelSite): Readonly<Record<string, BridgeFunction>> {
	const models = new Map<string, ModelMeta>();
	return { ...describing(site, models), ...reading(site, models), ...writing(site, models) };
}

type Models = Map<string, ModelMeta>;

function describing({ version }: ModelSite, models: Models): Readonly<Record<string, BridgeFunction>> {
	return {
		'models.define': (json: string) => {
			const model = JSON.parse(json) as ModelMeta;
			models.set(model.label, model);
		},
		'models.keyword': (label: string, keyword: string) => {
			const { field, lookup } = resolveKeyword(modelOf(models, label), keyword, version);
			return `${field} ${lookup}`;
		},
		'models.field': (label: string, name: string) => requireField(modelOf(models, label), name).name,
		'models.outside': (what: string) => {
			throw outside(what);
		},
		'models.query': (label: string, json: string) => {
			const spec = JSON.parse(json) as QuerySpec;
			const compiled = compileSelect(spec, { model: modelOf(models, label), version });
			return compiled && JSON.stringify([compiled.sql, compiled.params]);
		}
	};
}

function reading({ version, sql }: ModelSite, models: Models): Readonly<Record<string, BridgeFunction>> {
	return {
		'models.select': (label: string, json: string) => {
			const spec = JSON.parse(json) as QuerySpec;
			const compiled = compileSelect(spec, { model: modelOf(models, label), version });
			return compiled ? JSON.stringify(sql.select(compiled.sql, compiled.params)) : '[]';
		},
		'models.count': (label: string, json: string) => {
			const spec = JSON.parse(json) as QuerySpec;
			const compiled = compileCount(spec, { model: modelOf(models, label), version });
			return compiled ? Number(sql.select(compiled.sql, compiled.params)[0]?.[0]) : 0;
		},
		'models.exists': (label: string, json: string) => {
			const spec = JSON.parse(json) as QuerySpec;
			const compiled = compileExists(spec, { model: modelOf(models, label), version });
			return compiled !== null && sql.select(compiled.sql, compiled.params).length > 0;
		}
	};
}

function writing({ version, sql }: ModelSite, models: Models): Readonly<Record<string, BridgeFunction>> {
	return {
		'models.update': (label: string, json: string, assigned: string) => {
			const assignments = JSON.parse(assigned) as Assignments;
			const spec = JSON.parse(json) as QuerySpec;
			const compiled = compileUpdate(spec, assignments, modelOf(models, label), version);
			return compiled ? sql.execute(compiled.sql, compiled.params) : 0;
		},
		'models.insert': (label: string, names: string, values: string, bulk: boolean) => {
			const fields = JSON.parse(names) as string[];
			const rows = JSON.parse(values) as StoredValue[][];
			const compiled = compileInsert(fields, rows, modelOf(models, label), version, bulk);
			sql.execute(compiled.sql, compiled.params);
			return Number(sql.quietly('SELECT last_insert_rowid()')[0]?.[0]);
		},
		'models.deletes_fast': (label: string) => deletesFast(modelOf(models, label)),
		'models.delete': (label: string, json: string) => {
			const spec = JSON.parse(json) as QuerySpec;
			return JSON.stringify(deleteMatching(spec, modelOf(models, label), version, sql));
		},
		'models.delete_keys': (label: string, keys: string) =>
			JSON.stringify(deleteByKey(JSON.parse(keys) as StoredValue[], modelOf(models, label), sql))
	};
}

function modelOf(models: Models, label: string): ModelMeta {
	const model = models.get(label);
	if (!model) throw new Error(`The model ${label} is not defined`);
	return model;
}
