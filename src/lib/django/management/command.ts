import type { SqlRunner } from '../sql/sql-runner.ts';
import type { VersionBehaviour } from '../versions.ts';
import type { ArgumentList, ParsedArguments } from './arguments.ts';
import type { CheckContext } from './checks/check.ts';
import type { InstalledApp } from './installed-app.ts';

/** A table and its statements. */
export interface NewTable {
	readonly name: string;
	readonly create: string;
	readonly indexes: readonly string[];
}

/** What a management command works with. */
export interface CommandContext {
	readonly version: VersionBehaviour;
	readonly sql: SqlRunner;
	/** The time as SQLite stores it. */
	nowSql(): string;
	setting(name: string): unknown;
	/** In the order of INSTALLED_APPS. */
	readonly apps: readonly InstalledApp[];
	/** Writes to standard output. */
	readonly write: (text: string) => void;
	/** Writes to standard error. */
	readonly writeError: (text: string) => void;
	/** `SessionStore.clear_expired()` of the project's engine. @returns false when the engine has none */
	clearExpired(): boolean;
	/** The tables of models whose app has no migrations. */
	readonly unmigratedTables: () => readonly NewTable[];
	readonly checks: CheckContext;
}

/** A management command: one file each in `commands/`. */
export interface Command {
	readonly name: string;
	/** The application that brings it: "django.core", "django.contrib.sessions". */
	readonly app: string;
	readonly help: string;
	readonly arguments: ArgumentList;
	/** Whether `manage.py` runs the system checks before it. */
	readonly checks: boolean;
	run(parsed: ParsedArguments, context: CommandContext): void;
}
