import { label, type Migration, type MigrationKey } from './migration.ts';

/** The migrations of the installed apps and what depends on what. */
export class MigrationGraph {
	readonly #nodes: ReadonlyMap<string, Migration>;
	readonly #children = new Map<string, Migration[]>();

	/** @param migrations with every dependency among them */
	constructor(migrations: readonly Migration[]) {
		this.#nodes = new Map(migrations.map((migration) => [label(migration), migration]));
		for (const migration of migrations) {
			for (const parent of migration.dependencies) {
				const key = label(parent);
				this.#children.set(key, [...(this.#children.get(key) ?? []), migration]);
			}
		}
	}

	get all(): readonly Migration[] {
		return [...this.#nodes.values()];
	}

	/** The migrations of an app, by name. */
	ofApp(app: string): Migration[] {
		return this.all.filter((migration) => migration.app === app).sort(byKey);
	}

	/** Those that no other migration of their app builds on. */
	leaves(): Migration[] {
		return this.all
			.filter((migration) => !this.children(migration).some(({ app }) => app === migration.app))
			.sort(byKey);
	}

	/** Those of an app that build on no other of that app. */
	roots(app: string): Migration[] {
		return this.ofApp(app).filter(({ dependencies }) => !dependencies.some((parent) => parent.app === app));
	}

	/** What builds directly on a migration. */
	children(migration: MigrationKey): readonly Migration[] {
		return this.#children.get(label(migration)) ?? [];
	}

	/** All that must be applied for a migration to be, itself last. */
	forwardsPlan(target: Migration): Migration[] {
		return this.#depthFirst(target, ({ dependencies }) =>
			dependencies.map((key) => this.#nodes.get(label(key))).filter((node) => node !== undefined)
		);
	}

	/** All that must be unapplied for a migration to be, itself last. */
	backwardsPlan(target: Migration): Migration[] {
		return this.#depthFirst(target, (migration) => this.children(migration));
	}

	#depthFirst(start: Migration, next: (migration: Migration) => readonly Migration[]): Migration[] {
		const visited = new Set<Migration>();
		const stack = [{ node: start, left: false }];
		for (let entry = stack.pop(); entry; entry = stack.pop()) {
			const { node, left } = entry;
			if (visited.has(node)) continue;
			if (left) {
				visited.add(node);
				continue;
			}
			stack.push({ node, left: true });
			stack.push(...[...next(node)].sort(byKey).map((other) => ({ node: other, left: false })));
		}
		return [...visited];
	}
}

function byKey(one: MigrationKey, other: MigrationKey): number {
	if (one.app !== other.app) return one.app < other.app ? -1 : 1;
	return one.name < other.name ? -1 : Number(one.name > other.name);
}
