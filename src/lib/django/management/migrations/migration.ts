import type { Operation } from './operations.ts';

/** A migration by app label and name, "auth.0001_initial". */
export interface MigrationKey {
	readonly app: string;
	readonly name: string;
}

export interface Migration extends MigrationKey {
	/** Written by `makemigrations` for new models: `--fake-initial` takes it as done when its tables are there. */
	readonly initial: boolean;
	readonly dependencies: readonly MigrationKey[];
	readonly operations: readonly Operation[];
}

/** "auth.0001_initial", as commands print it and plans sort it. */
export function label({ app, name }: MigrationKey): string {
	return `${app}.${name}`;
}

/** Migrations of one app in a row: each depends on the one before and on what it names. */
export function inSequence(
	app: string,
	steps: readonly (readonly [
		name: string,
		operations: readonly Operation[],
		...others: readonly MigrationKey[]
	])[]
): Migration[] {
	return steps.map(([name, operations, ...others], at) => {
		const before = steps[at - 1];
		const dependencies = before ? [{ app, name: before[0] }, ...others] : others;
		return { app, name, initial: at === 0, dependencies, operations };
	});
}
