import { DjangoError } from '../../error.ts';
import { commandError } from '../command-ends.ts';
import type { CommandContext } from '../command.ts';
import { DATABASE_APPS } from './apps/installed.ts';
import { MigrationGraph } from './graph.ts';
import { label, type Migration } from './migration.ts';

/** The migrations that the installed apps bring. @throws ValueError when one depends on an app that is not installed */
export function loadMigrations({ apps, version }: CommandContext): MigrationGraph {
	const migrations = apps.flatMap(({ label, module }) => migrationsOf(label, module, version));
	const installed = new Set(apps.map(({ label }) => label));
	for (const { dependencies } of migrations) {
		const missing = dependencies.find(({ app }) => !installed.has(app));
		if (missing) throw new DjangoError('ValueError', `Dependency on unknown app: ${missing.app}`);
	}
	return new MigrationGraph(migrations);
}

function migrationsOf(
	label: string,
	module: string,
	version: CommandContext['version']
): readonly Migration[] {
	const app = DATABASE_APPS[label];
	return app?.module === module ? app.migrations(version) : [];
}

/** Whether an app brings models. */
export function hasModels({ label, module }: { readonly label: string; readonly module: string }): boolean {
	return DATABASE_APPS[label]?.module === module;
}

/** @throws InconsistentMigrationHistory when a migration is applied before one that it builds on */
export function checkConsistentHistory(graph: MigrationGraph, applied: ReadonlyMap<string, string>): void {
	for (const key of applied.keys()) {
		const migration = graph.all.find((other) => label(other) === key);
		const missing = migration?.dependencies.find((parent) => !applied.has(label(parent)));
		if (missing) {
			throw new DjangoError(
				'django.db.migrations.exceptions.InconsistentMigrationHistory',
				`Migration ${key} is applied before its dependency ${label(missing)} on database 'default'.`
			);
		}
	}
}

/** The one migration of an app whose name begins so. @throws CommandError */
export function migrationByPrefix(graph: MigrationGraph, app: string, prefix: string): Migration {
	const [found, another] = graph.ofApp(app).filter(({ name }) => name.startsWith(prefix));
	if (!found) throw commandError(`Cannot find a migration matching '${prefix}' from app '${app}'.`);
	if (another) {
		throw commandError(
			`More than one migration matches '${prefix}' in app '${app}'. Please be more specific.`
		);
	}
	return found;
}
