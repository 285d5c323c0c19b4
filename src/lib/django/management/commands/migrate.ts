import { commandError, systemExit } from '../command-ends.ts';
import type { Command, CommandContext } from '../command.ts';
import type { ParsedArguments } from '../arguments.ts';
import { afterMigrate } from '../migrations/content-types.ts';
import { executePlan, schemaOf, type MigrationProgress } from '../migrations/executor.ts';
import type { MigrationGraph } from '../migrations/graph.ts';
import {
	checkConsistentHistory,
	hasModels,
	loadMigrations,
	migrationByPrefix
} from '../migrations/loader.ts';
import { label } from '../migrations/migration.ts';
import type { Operation } from '../migrations/operations.ts';
import { migrationPlan, type PlannedMigration, type Target } from '../migrations/plan.ts';
import { hasTable, MigrationRecorder } from '../migrations/recorder.ts';
import type { Schema } from '../migrations/table.ts';
import { DATABASE, refuseDatabase } from './database-argument.ts';

/** Brings the tables to where the installed apps' migrations lead. */
export const migrate: Command = {
	name: 'migrate',
	app: 'django.core',
	help: 'Updates database schema. Manages both apps with migrations and those without.',
	arguments: [
		{ name: 'app_label', takes: 'optional' },
		{ name: 'migration_name', takes: 'optional' },
		{ flags: ['--noinput', '--no-input'], name: 'noinput', takes: 'flag' },
		DATABASE,
		{ flags: ['--fake'], name: 'fake', takes: 'flag' },
		{ flags: ['--fake-initial'], name: 'fake_initial', takes: 'flag' },
		{ flags: ['--plan'], name: 'plan', takes: 'flag' },
		{ flags: ['--run-syncdb'], name: 'run_syncdb', takes: 'flag' },
		{ flags: ['--check'], name: 'check', takes: 'flag' }
	],
	checks: true,
	run(parsed, context) {
		refuseDatabase(parsed, context);
		const graph = loadMigrations(context);
		const recorder = new MigrationRecorder(context.sql, context.version);
		const applied = recorder.applied();
		checkConsistentHistory(graph, applied);
		const targets = findTargets(parsed, graph, context);
		const plan = migrationPlan(graph, targets.list, new Set(applied.keys()));
		if (parsed.has('plan')) printPlan(plan, context);
		if (parsed.has('check') && plan.length > 0) throw systemExit(1);
		if (parsed.has('plan') || (parsed.has('check') && context.version.migrateCheckOnlyLooks)) return;
		const say = sayAt(parsed.number('verbosity'), context);
		say(1, `Operations to perform:\n${headline(targets, parsed, graph, context)}\n`);
		announceApps('pre', context, say);
		if (parsed.has('run_syncdb')) synchronize(context, say);
		const schema = runPlan(plan, graph, recorder, parsed, context);
		finish(schema, context, say);
	}
};

type Say = (level: number, text: string) => void;

/** Makes the tables of models whose app has no migrations, as far as they are not there. */
function synchronize({ sql, unmigratedTables }: CommandContext, say: Say): void {
	say(1, 'Synchronizing apps without migrations:\n  Creating tables...\n');
	const missing = unmigratedTables().filter(({ name }) => !hasTable(sql, name));
	for (const { name, create } of missing) {
		say(1, `    Creating table ${name}\n`);
		sql.execute(create);
	}
	say(1, '    Running deferred SQL...\n');
	for (const statement of missing.flatMap(({ indexes }) => indexes)) sql.execute(statement);
}

/** Writes what the verbosity asks for. */
function sayAt(verbosity: number, { write }: CommandContext): Say {
	return (level, text) => {
		if (verbosity >= level) write(text);
	};
}

interface Targets {
	readonly list: readonly Target[];
	/** Named by app alone, or by nothing. */
	readonly whole: boolean;
}

/** @throws CommandError for an app or a migration that is not there */
function findTargets(parsed: ParsedArguments, graph: MigrationGraph, { apps }: CommandContext): Targets {
	const app = parsed.text('app_label');
	const name = parsed.text('migration_name');
	if (app === null) return { list: graph.leaves(), whole: true };
	if (!apps.some(({ label }) => label === app)) {
		throw commandError(`No installed app with label '${app}'.`);
	}
	if (graph.ofApp(app).length === 0 && !parsed.has('run_syncdb')) {
		throw commandError(`App '${app}' does not have migrations.`);
	}
	if (name === 'zero') return { list: [{ app, name: null }], whole: false };
	if (name !== null) return { list: [migrationByPrefix(graph, app, name)], whole: false };
	return { list: graph.leaves().filter((leaf) => leaf.app === app), whole: true };
}

function headline(
	{ list, whole }: Targets,
	parsed: ParsedArguments,
	graph: MigrationGraph,
	{ apps }: CommandContext
): string {
	const unmigrated = apps.map(({ label }) => label).filter((label) => graph.ofApp(label).length === 0);
	const synchronized = parsed.has('run_syncdb')
		? `  Synchronize unmigrated apps: ${unmigrated.sort().join(', ')}\n`
		: '';
	const [first] = list;
	if (whole || !first) {
		const labels = [...new Set(list.map(({ app }) => app))].sort();
		return `${synchronized}  Apply all migrations: ${labels.join(', ') || '(none)'}`;
	}
	if (first.name === null) return `${synchronized}  Unapply all migrations: ${first.app}`;
	return `${synchronized}  Target specific migration: ${first.name}, from ${first.app}`;
}

function announceApps(when: 'pre' | 'post', { apps }: CommandContext, say: Say): void {
	for (const { label } of apps.filter(hasModels)) {
		say(2, `Running ${when}-migrate handlers for application ${label}\n`);
	}
}

function runPlan(
	plan: readonly PlannedMigration[],
	graph: MigrationGraph,
	recorder: MigrationRecorder,
	parsed: ParsedArguments,
	context: CommandContext
): Schema {
	const verbosity = parsed.number('verbosity');
	const say = sayAt(verbosity, context);
	say(1, 'Running migrations:\n');
	if (plan.length === 0) {
		say(1, '  No migrations to apply.\n');
		if (context.version.migrationTableAlways) recorder.ensureTable();
		return schemaOf(graph, new Set(recorder.applied().keys()), context);
	}
	return executePlan(plan, graph, recorder, context, {
		fake: parsed.has('fake'),
		fakeInitial: parsed.has('fake_initial'),
		progress: progressSaid(say, verbosity)
	});
}

/** The clock of the world stands still while a command runs: every step takes no time. */
function progressSaid(say: Say, verbosity: number): MigrationProgress {
	const elapsed = verbosity > 1 ? ' (0.000s)' : '';
	return {
		rendered() {
			say(1, `  Rendering model states... DONE${elapsed}\n`);
		},
		started({ migration, backwards }) {
			say(1, `  ${backwards ? 'Unapplying' : 'Applying'} ${label(migration)}...`);
		},
		finished(_step, faked) {
			say(1, faked ? ` FAKED${elapsed}\n` : ` OK${elapsed}\n`);
		}
	};
}

/** The handlers after `migrate`, app by app. */
function finish(schema: Schema, context: CommandContext, say: Say): void {
	for (const app of context.apps.filter(hasModels)) {
		say(2, `Running post-migrate handlers for application ${app.label}\n`);
		afterMigrate(app, schema, context, (line) => {
			say(2, `${line}\n`);
		});
	}
}

function printPlan(plan: readonly PlannedMigration[], { write }: CommandContext): void {
	write('Planned operations:\n');
	if (plan.length === 0) write('  No planned migration operations.\n');
	for (const { migration, backwards } of plan) {
		write(`${label(migration)}\n`);
		for (const operation of migration.operations) write(`    ${described(operation, backwards)}\n`);
	}
}

function described({ description, undoDescription }: Operation, backwards: boolean): string {
	return backwards ? (undoDescription ?? `Undo ${description}`) : description;
}
