/** The kinds of fields that the models here have. */
export type FieldKind =
	'CharField' | 'TextField' | 'EmailField' | 'DateTimeField' | 'BooleanField' | 'AutoField';

export interface ModelField {
	readonly name: string;
	readonly column: string;
	/** The class of the field, as messages name it. */
	readonly kind: string;
	readonly nullable: boolean;
}

/** A table whose rows go with a row of the model: a foreign key that cascades, a many-to-many field. */
export interface Dependent {
	readonly table: string;
	readonly column: string;
	/** As the counts of `delete()` name it. */
	readonly label: string;
}

/** What the query compiler knows of a model. */
export interface ModelMeta {
	/** "sessions.Session". */
	readonly label: string;
	/** "Session". */
	readonly name: string;
	readonly table: string;
	/** The name of the primary key's field. */
	readonly primaryKey: string;
	/** In the order of the columns. */
	readonly fields: readonly ModelField[];
	/** Names that a query could follow to other models; they only stand in messages. */
	readonly relations: readonly string[];
	readonly dependents: readonly Dependent[];
}

/** A value as SQLite stores it. */
export type StoredValue = string | number | null;

/** The field of a name or of "pk"; `undefined` when the model has none. */
export function fieldOf(model: ModelMeta, name: string): ModelField | undefined {
	const wanted = name === 'pk' ? model.primaryKey : name;
	return model.fields.find((field) => field.name === wanted);
}

/** The field of a name that is known to be one. */
export function knownField(model: ModelMeta, name: string): ModelField {
	const field = fieldOf(model, name);
	if (!field) throw new Error(`The model ${model.label} has no field ${name}`);
	return field;
}

/** "table"."column". */
export function columnOf(model: ModelMeta, field: ModelField): string {
	return `"${model.table}"."${field.column}"`;
}
