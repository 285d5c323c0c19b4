import { DatabaseError, type Database } from '../../../database/database.ts';
import { dotCommand } from './dot-command.ts';
import { errorText } from './error-text.ts';
import { formatRows, type Display } from './formats.ts';
import { splitStatements } from './statements.ts';

/** A statement that ran, and SQLite's message where it refused it. */
export interface RanStatement {
	readonly sql: string;
	readonly error: string | null;
}

export interface DbShellOutcome {
	readonly stdout: string;
	readonly statements: readonly RanStatement[];
}

const AT_THE_START: Display = { mode: 'list', headers: null, separator: '|', nullValue: '', table: 'table' };

/**
 * `manage.py dbshell`: the prompt of the sqlite3 command, version 3.40, on a database. What it is set to lasts until
 * `.quit`. The database and the name of its file come with each line.
 */
export class DbShell {
	#display = AT_THE_START;

	/** What the prompt is set to. */
	get display(): Display {
		return this.#display;
	}

	/** Sets the prompt as another was. */
	restore(display: Display): void {
		this.#display = display;
	}

	/** Runs whole lines: a dot command each, or SQL up to its last semicolon; what follows that is not run. */
	run(input: string, database: Database, file: string): DbShellOutcome {
		let stdout = '';
		const statements: RanStatement[] = [];
		for (const part of parts(input)) {
			if (part.startsWith('.')) {
				const done = dotCommand(part, database, this.#display, file);
				this.#display = done.quit ? AT_THE_START : done.display;
				stdout += done.stdout;
				continue;
			}
			const [printed, error] = this.#statement(part, database);
			stdout += printed;
			statements.push({ sql: part, error });
		}
		return { stdout, statements };
	}

	#statement(sql: string, database: Database): [stdout: string, error: string | null] {
		try {
			return [formatRows(database.query(sql), this.#display), null];
		} catch (error) {
			if (!(error instanceof DatabaseError)) throw error;
			return [errorText(error.message, sql), error.message];
		}
	}
}

/** Dot commands and statements, in order. A dot begins a command only where no statement waits for its end. */
function parts(input: string): string[] {
	const found: string[] = [];
	let waiting = '';
	for (const line of input.split('\n')) {
		if (waiting === '' && line.trim().startsWith('.')) {
			found.push(line.trim());
			continue;
		}
		const { complete, rest } = splitStatements(`${waiting}${line}`);
		found.push(...complete);
		waiting = rest === '' ? '' : `${rest}\n`;
	}
	return found;
}
