import { DatabaseError } from '../database/database.ts';
import type { PythonError, ServerEvent } from '../django/events.ts';
import { ERROR_NAMES } from '../django/sql/error-names.ts';
import { DbShell } from '../django/management/dbshell/dbshell.ts';
import type { CommandOutcome } from '../django/server.ts';
import type { ActionAnswer } from './action-answer.ts';
import type { Action } from './action.ts';
import { DEFAULT_DATABASE } from './databases.ts';
import type { Say } from './event-log.ts';
import type { SimulatedServer } from './simulated-server.ts';

/** What is typed at the server: its management commands, its shells, and SQL. */
export type Command = Extract<Action, { type: 'manage' | 'shell' | 'dbshell' | 'sql' }>;

/** Runs what is typed at a server. What is typed at dbshell's prompt goes on until that shell is left. */
export class Commands {
	readonly #server: SimulatedServer;
	readonly #say: Say;
	readonly dbshell = new DbShell();

	constructor(server: SimulatedServer, say: Say) {
		this.#server = server;
		this.#say = say;
	}

	run(command: Command): ActionAnswer {
		switch (command.type) {
			case 'manage': {
				const line = command.terminal ? `manage.py ${command.command}` : command.command;
				return this.#tell('manage', command.command, this.#server.manage(line));
			}
			case 'shell':
				return this.#tell('shell', command.code, this.#server.shell(command.code, command.interactive));
			case 'dbshell':
				return this.#typeInDbShell(command.input);
			case 'sql':
				return this.#sql(command.sql);
			default:
				return command satisfies never;
		}
	}

	#tell(
		kind: 'manage' | 'shell',
		input: string,
		outcome: CommandOutcome | { bootError: PythonError }
	): ActionAnswer {
		const boot = 'bootError' in outcome;
		const stdout = boot ? '' : outcome.stdout;
		const error = boot ? outcome.bootError : outcome.error;
		const events: readonly ServerEvent[] = boot ? [] : outcome.events;
		for (const event of events) this.#say(event);
		this.#say({ type: 'command.ran', kind, input, stdout, error });
		return { kind: 'command', stdout, error, boot, sql: boot ? [] : outcome.sql };
	}

	#typeInDbShell(input: string): ActionAnswer {
		const file = `/project/${DEFAULT_DATABASE}`;
		const database = this.#server.databases.connect(DEFAULT_DATABASE);
		const { stdout, statements } = this.dbshell.run(input, database, file);
		for (const { sql, error } of statements) this.#say({ type: 'sql.ran', input: sql, error });
		return { kind: 'command', stdout, error: null, boot: false, sql: statements.map(({ sql }) => sql) };
	}

	#sql(sql: string): ActionAnswer {
		const database = this.#server.databases.connect(DEFAULT_DATABASE);
		try {
			const { columns, rows } = database.query(sql);
			this.#say({ type: 'sql.ran', input: sql, error: null });
			return { kind: 'rows', columns, rows, error: null };
		} catch (error) {
			if (!(error instanceof DatabaseError)) throw error;
			this.#say({ type: 'sql.ran', input: sql, error: error.message });
			const { kind, message } = error;
			return { kind: 'rows', columns: [], rows: [], error: { type: ERROR_NAMES[kind], message } };
		}
	}
}
