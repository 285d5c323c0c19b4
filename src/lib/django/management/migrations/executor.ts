import type { CommandContext } from '../command.ts';
import type { MigrationGraph } from './graph.ts';
import { label, type Migration } from './migration.ts';
import type { OperationContext } from './operations.ts';
import type { PlannedMigration } from './plan.ts';
import { hasTable, type MigrationRecorder } from './recorder.ts';
import { SchemaEditor } from './schema-editor.ts';
import type { Schema } from './table.ts';

/** What the executor tells while it works. */
export interface MigrationProgress {
	/** All models of the plan are about to be put together, as on the way back. */
	rendered(): void;
	started(step: PlannedMigration): void;
	finished(step: PlannedMigration, faked: boolean): void;
}

export interface ExecuteOptions {
	/** Only the record changes. */
	readonly fake: boolean;
	/** First migrations whose tables are there already count as applied. */
	readonly fakeInitial: boolean;
	readonly progress: MigrationProgress;
}

/**
 * `MigrationExecutor.migrate`: does the steps of a plan, each in its own transaction.
 * @returns the tables as Django now takes them to be; what was only faked is not among them
 * @throws OperationalError
 */
export function executePlan(
	plan: readonly PlannedMigration[],
	graph: MigrationGraph,
	recorder: MigrationRecorder,
	context: CommandContext,
	{ fake, fakeInitial, progress }: ExecuteOptions
): Schema {
	const { sql, version } = context;
	const nowSql = () => context.nowSql();
	recorder.ensureTable();
	const schema = schemaOf(graph, new Set(recorder.applied().keys()), context);
	if (plan.some(({ backwards }) => backwards)) progress.rendered();
	for (const step of inOrder(plan, graph)) {
		const { migration, backwards } = step;
		progress.started(step);
		const faked = fake || (fakeInitial && !backwards && isSoftlyApplied(migration, context));
		atomically(context, () => {
			const run = faked ? () => undefined : (statement: string) => void sql.execute(statement);
			const editor = new SchemaEditor(run, nowSql);
			const operation: OperationContext = { schema, editor, sql: faked ? null : sql, version };
			if (!fake || backwards) runOperations(migration, backwards, operation);
			if (backwards) recorder.recordUnapplied(migration);
			else recorder.recordApplied(migration, nowSql());
		});
		progress.finished(step, faked);
	}
	return schema;
}

/** On the way forwards the order of the plan for all migrations holds. */
function inOrder(plan: readonly PlannedMigration[], graph: MigrationGraph): readonly PlannedMigration[] {
	if (plan.some(({ backwards }) => backwards)) return plan;
	const order = [...fullOrder(graph)];
	return [...plan].sort((one, other) => order.indexOf(one.migration) - order.indexOf(other.migration));
}

/** All migrations in the order in which a fresh database gets them. */
export function fullOrder(graph: MigrationGraph): ReadonlySet<Migration> {
	return new Set(graph.leaves().flatMap((leaf) => graph.forwardsPlan(leaf)));
}

/** The tables as a set of applied migrations leaves them. Touches no database. */
export function schemaOf(
	graph: MigrationGraph,
	applied: ReadonlySet<string>,
	{ version }: CommandContext
): Schema {
	const schema: Schema = new Map();
	const editor = new SchemaEditor(
		() => undefined,
		() => ''
	);
	for (const migration of fullOrder(graph)) {
		if (applied.has(label(migration)))
			runOperations(migration, false, { schema, editor, sql: null, version });
	}
	return schema;
}

function runOperations({ operations }: Migration, backwards: boolean, context: OperationContext): void {
	if (backwards) for (const operation of operations.toReversed()) operation.backwards(context);
	else for (const operation of operations) operation.forwards(context);
	context.editor.finish();
}

/** `detect_soft_applied`: a first migration whose tables are all there. */
function isSoftlyApplied({ initial, operations }: Migration, { sql }: CommandContext): boolean {
	const created = operations.flatMap(({ creates }) => creates ?? []);
	return initial && created.length > 0 && created.every(({ name }) => hasTable(sql, name));
}

function atomically({ sql }: CommandContext, work: () => void): void {
	sql.quietly('SAVEPOINT "migration"');
	try {
		work();
	} catch (error) {
		sql.quietly('ROLLBACK TO "migration"');
		throw error;
	} finally {
		sql.quietly('RELEASE "migration"');
	}
}
