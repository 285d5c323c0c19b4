/** A column: its name and what stands behind it in CREATE TABLE. */
export interface Column {
	readonly name: string;
	readonly definition: string;
	/** What stands in rows that had NULL when the column becomes NOT NULL; without it, NULL stays. */
	readonly default?: 'now';
}

/** An index of a table, or a UNIQUE one. */
export interface Index {
	readonly name: string;
	readonly columns: readonly string[];
	readonly unique?: boolean;
}

/** A table as the migrations have made it so far. */
export interface Table {
	readonly name: string;
	readonly columns: readonly Column[];
	readonly indexes: readonly Index[];
}

/** All tables of the migrations that are applied, by name. */
export type Schema = Map<string, Table>;

export const ID: Column = { name: 'id', definition: 'integer NOT NULL PRIMARY KEY AUTOINCREMENT' };

export function column(name: string, definition: string): Column {
	return { name, definition };
}

/** A foreign key to the `id` of another table. */
export function foreignKey(name: string, to: string, nullable = false): Column {
	const null_ = nullable ? 'NULL' : 'NOT NULL';
	const definition = `integer ${null_} REFERENCES "${to}" ("id") DEFERRABLE INITIALLY DEFERRED`;
	return { name, definition };
}

export function table(name: string, columns: readonly Column[], indexes: readonly Index[] = []): Table {
	return { name, columns: [ID, ...columns], indexes };
}

/** An index over one column; Django ends its name with a hash of table and column. */
export function index(table: string, column: string, hash: string): Index {
	return { name: `${table}_${column}_${hash}`, columns: [column] };
}

/** A unique index over several columns. */
export function unique(table: string, columns: readonly string[], hash: string): Index {
	return { name: `${table}_${columns.join('_')}_${hash}_uniq`, columns, unique: true };
}

/** The table between two models, one row a pair. `hashes`: of the pair, the first and the second index. */
export function manyToMany(
	name: string,
	[one, oneTable]: readonly [string, string],
	[other, otherTable]: readonly [string, string],
	hashes: readonly [string, string, string]
): Table {
	return table(
		name,
		[foreignKey(one, oneTable), foreignKey(other, otherTable)],
		[unique(name, [one, other], hashes[0]), index(name, one, hashes[1]), index(name, other, hashes[2])]
	);
}
