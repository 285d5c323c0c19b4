import type { Command } from './command.ts';
import { check } from './commands/check.ts';
import { clearsessions } from './commands/clearsessions.ts';
import { migrate } from './commands/migrate.ts';
import { showmigrations } from './commands/showmigrations.ts';

/** The management commands whose work is done here, by name. */
export const COMMANDS: Readonly<Record<string, Command>> = Object.fromEntries(
	[check, clearsessions, migrate, showmigrations].map((command) => [command.name, command])
);
