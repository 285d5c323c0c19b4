import type { MigrationGraph } from './graph.ts';
import { label, type Migration } from './migration.ts';

/** One step of a plan. */
export interface PlannedMigration {
	readonly migration: Migration;
	readonly backwards: boolean;
}

/** Where a plan leads: to a migration, or to none of an app ("zero"). */
export type Target = Migration | { readonly app: string; readonly name: null };

/** `MigrationExecutor.migration_plan`: what to apply and unapply so that exactly the targets are reached. */
export function migrationPlan(
	graph: MigrationGraph,
	targets: readonly Target[],
	applied: ReadonlySet<string>
): PlannedMigration[] {
	const now = new Set(applied);
	const plan: PlannedMigration[] = [];
	const add = (migrations: readonly Migration[], backwards: boolean) => {
		for (const migration of migrations) {
			const key = label(migration);
			if (now.has(key) !== backwards) continue;
			if (backwards) now.delete(key);
			else now.add(key);
			plan.push({ migration, backwards });
		}
	};
	for (const target of targets) {
		if (target.name === null) {
			for (const root of graph.roots(target.app)) add(graph.backwardsPlan(root), true);
		} else if (now.has(label(target))) {
			const next = graph.children(target).filter(({ app }) => app === target.app);
			for (const child of next) add(graph.backwardsPlan(child), true);
		} else {
			add(graph.forwardsPlan(target), false);
		}
	}
	return plan;
}
