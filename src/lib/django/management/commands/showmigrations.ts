import { systemExit } from '../command-ends.ts';
import type { Command, CommandContext } from '../command.ts';
import type { MigrationGraph } from '../migrations/graph.ts';
import { loadMigrations } from '../migrations/loader.ts';
import { label } from '../migrations/migration.ts';
import { MigrationRecorder } from '../migrations/recorder.ts';
import { DATABASE, refuseDatabase } from './database-argument.ts';

/** Shows which migrations are applied, by app or in the order of a plan. */
export const showmigrations: Command = {
	name: 'showmigrations',
	app: 'django.core',
	help: 'Shows all available migrations for the current project',
	arguments: [
		{ name: 'app_label', takes: 'many' },
		DATABASE,
		{ flags: ['--list', '-l'], name: 'list', takes: 'flag' },
		{ flags: ['--plan', '-p'], name: 'plan', takes: 'flag' }
	],
	checks: true,
	run(parsed, context) {
		refuseDatabase(parsed, context);
		const graph = loadMigrations(context);
		const applied = new MigrationRecorder(context.sql, context.version).applied();
		const wanted = parsed.list('app_label');
		refuseUnknown(wanted, context);
		const verbose = parsed.number('verbosity') >= 2;
		if (parsed.has('plan')) showPlan(graph, applied, wanted, verbose, context);
		else showList(graph, applied, wanted, verbose, context);
	}
};

/** @throws SystemExit for an app that is not installed, after a line on standard error */
function refuseUnknown(wanted: readonly string[], { apps, writeError }: CommandContext): void {
	const unknown = wanted.filter((name) => !apps.some(({ label }) => label === name));
	for (const name of unknown) writeError(`No installed app with label '${name}'.\n`);
	if (unknown.length > 0) throw systemExit(2);
}

function showList(
	graph: MigrationGraph,
	applied: ReadonlyMap<string, string>,
	wanted: readonly string[],
	verbose: boolean,
	{ write }: CommandContext
): void {
	const migrated = [...new Set(graph.all.map(({ app }) => app))].sort();
	for (const app of wanted.length > 0 ? wanted : migrated) {
		write(`${app}\n`);
		const migrations = graph.ofApp(app);
		if (migrations.length === 0) write(' (no migrations)\n');
		for (const migration of migrations) {
			const at = applied.get(label(migration));
			const when = at !== undefined && verbose ? ` (applied at ${at.slice(0, 19)})` : '';
			write(` [${at === undefined ? ' ' : 'X'}] ${migration.name}${when}\n`);
		}
	}
}

function showPlan(
	graph: MigrationGraph,
	applied: ReadonlyMap<string, string>,
	wanted: readonly string[],
	verbose: boolean,
	{ write }: CommandContext
): void {
	const leaves = graph.leaves().filter(({ app }) => wanted.length === 0 || wanted.includes(app));
	const order = new Set(leaves.flatMap((leaf) => graph.forwardsPlan(leaf)));
	for (const migration of order) {
		const parents = [...migration.dependencies].map(label).sort();
		const behind = verbose && parents.length > 0 ? ` ... (${parents.join(', ')})` : '';
		write(`[${applied.has(label(migration)) ? 'X' : ' '}]  ${label(migration)}${behind}\n`);
	}
	if (order.size === 0) write('(no migrations)\n');
}
