import type { SqlRunner } from '../../sql/sql-runner.ts';
import type { VersionBehaviour } from '../../versions.ts';
import type { SchemaEditor } from './schema-editor.ts';
import type { Column, Index, Schema, Table } from './table.ts';

/** What an operation works with. `schema` holds the tables as they are before it. */
export interface OperationContext {
	readonly schema: Schema;
	readonly editor: SchemaEditor;
	/** For rows; `null` where only the record changes. */
	readonly sql: SqlRunner | null;
	readonly version: VersionBehaviour;
}

/** One operation of a migration. Each direction changes the database and then the schema that describes it. */
export interface Operation {
	/** As `migrate --plan` names it. */
	readonly description: string;
	/** How `--plan` names the way back, where that is not "Undo " and the description. */
	readonly undoDescription?: string;
	/** The tables that it creates. */
	readonly creates?: readonly Table[];
	readonly forwards: (context: OperationContext) => void;
	readonly backwards: (context: OperationContext) => void;
}

/** A model's table and the tables of its many-to-many fields. */
export function createModel(model: string, ...tables: readonly [Table, ...Table[]]): Operation {
	const [own, ...between] = tables;
	return {
		description: `Create model ${model}`,
		creates: tables,
		forwards({ schema, editor }) {
			for (const table of tables) {
				editor.create(table);
				schema.set(table.name, table);
			}
		},
		backwards({ schema, editor }) {
			for (const table of [...between, own]) {
				editor.drop(table);
				schema.delete(table.name);
			}
		}
	};
}

export function alterUniqueTogether(model: string, tableName: string, index: Index): Operation {
	return {
		description: `Alter unique_together for ${model} (1 constraint(s))`,
		forwards({ schema, editor }) {
			const table = tableOf(schema, tableName);
			editor.createIndex(table, index);
			schema.set(tableName, { ...table, indexes: [...table.indexes, index] });
		},
		backwards({ schema, editor }) {
			const table = tableOf(schema, tableName);
			editor.dropIndex(index);
			schema.set(tableName, { ...table, indexes: table.indexes.filter((other) => other !== index) });
		}
	};
}

/** A field whose column changes. */
export function alterField(model: string, tableName: string, before: Column, after: Column): Operation {
	return {
		description: `Alter field ${before.name} on ${model}`,
		forwards(context) {
			remakeWith(context, tableName, after, 'last');
		},
		backwards(context) {
			remakeWith(context, tableName, before, 'first');
		}
	};
}

/** A field whose choices or whose default alone change. The first versions rebuild the table all the same. */
export function alterFieldOptions(
	model: string,
	tableName: string,
	column: Column,
	rebuilds: (version: VersionBehaviour) => boolean
): Operation {
	const { description, forwards, backwards } = alterField(model, tableName, column, column);
	return {
		description,
		forwards: (context) => {
			if (rebuilds(context.version)) forwards(context);
		},
		backwards: (context) => {
			if (rebuilds(context.version)) backwards(context);
		}
	};
}

export function removeField(model: string, tableName: string, gone: Column): Operation {
	return {
		description: `Remove field ${gone.name} from ${model}`,
		forwards({ schema, editor, version }) {
			const table = tableOf(schema, tableName);
			const columns = table.columns.filter(({ name }) => name !== gone.name);
			if (version.alterTableColumns) editor.dropColumn(table, gone);
			else editor.remake(table, columns, columns.map(copied));
			schema.set(tableName, { ...table, columns });
		},
		backwards({ schema, editor, version }) {
			const table = tableOf(schema, tableName);
			const [id, ...rest] = table.columns as [Column, ...Column[]];
			const columns = [id, gone, ...rest];
			if (version.alterTableColumns) editor.addColumn(table, gone);
			else editor.remake(table, columns, [...table.columns.map(copied), [gone.name, 'NULL']]);
			schema.set(tableName, { ...table, columns });
		}
	};
}

/** An operation that leaves the tables alone; `undo` may change rows on the way back. */
export function noDatabaseChange(
	description: string,
	undo: (context: OperationContext) => void = () => undefined,
	undoDescription?: string
): Operation {
	return {
		description,
		...(undoDescription === undefined ? {} : { undoDescription }),
		forwards: () => undefined,
		backwards: undo
	};
}

/** The changed column comes last on the way forwards and first, after the id, on the way back. */
function remakeWith(
	{ schema, editor }: OperationContext,
	tableName: string,
	changed: Column,
	place: 'first' | 'last'
): void {
	const table = tableOf(schema, tableName);
	const others = table.columns.filter(({ name }) => name !== changed.name);
	const [id, ...rest] = others as [Column, ...Column[]];
	const created = place === 'last' ? [...others, changed] : [id, changed, ...rest];
	const before = table.columns.find(({ name }) => name === changed.name);
	const narrows = before && isNullable(before) && !isNullable(changed);
	const value = narrows ? editor.coalesced(changed) : `"${changed.name}"`;
	editor.remake(table, created, [...others.map(copied), [changed.name, value]]);
	const columns = table.columns.map((column) => (column.name === changed.name ? changed : column));
	schema.set(tableName, { ...table, columns });
}

function isNullable({ definition }: Column): boolean {
	return !definition.includes('NOT NULL');
}

function copied({ name }: Column): readonly [string, string] {
	return [name, `"${name}"`];
}

function tableOf(schema: Schema, name: string): Table {
	const table = schema.get(name);
	if (!table) throw new Error(`The migrations know no table ${name}`);
	return table;
}
