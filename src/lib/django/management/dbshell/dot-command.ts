import type { Database, SqlValue } from '../../../database/database.ts';
import { MODES, type Display, type Mode } from './formats.ts';

/** What a dot command did: what it prints, and how the prompt is set from now on. */
export interface DotOutcome {
	readonly stdout: string;
	readonly display: Display;
	/** `.quit` and `.exit`. */
	readonly quit?: true;
}

const HELP: readonly (readonly [string, string])[] = [
	['.databases', 'List names and files of attached databases'],
	['.exit', 'Exit this program'],
	['.headers on|off', 'Turn display of headers on or off'],
	['.help', 'Show this text: the commands that are there'],
	['.indexes ?TABLE?', 'Show names of indexes'],
	['.mode MODE ?TABLE?', `Set output mode: ${MODES.join(' ')}`],
	['.nullvalue STRING', 'Use STRING in place of NULL values'],
	['.quit', 'Exit this program'],
	['.schema ?PATTERN?', 'Show the CREATE statements matching PATTERN'],
	['.separator COL', 'Change the column separator'],
	['.tables ?PATTERN?', 'List names of tables matching LIKE pattern TABLE']
];
/** Commands of sqlite3 that reach files or programs, which are not there. */
const OUTSIDE =
	/^\.(?:archive|backup|cd|clone|excel|import|load|log|once|open|output|read|restore|save|shell|system)$/;

/** Runs a line that begins with a dot. `file`: the path of the database. */
export function dotCommand(line: string, database: Database, display: Display, file: string): DotOutcome {
	const [name = '', ...args] = line.trim().split(/\s+/).map(unquoted);
	const said = (stdout: string): DotOutcome => ({ stdout, display });
	const set = (change: Partial<Display>): DotOutcome => ({ stdout: '', display: { ...display, ...change } });
	const [first] = args;
	switch (name) {
		case '.quit':
		case '.exit':
			return { stdout: '', display, quit: true };
		case '.help':
			return said(HELP.map(([command, does]) => `${command.padEnd(25)}${does}\n`).join(''));
		case '.databases':
			return said(`main: ${file} r/w\n`);
		case '.tables':
			return said(listed(names(database, TABLES, first ?? '%')));
		case '.indexes':
			return said(listed(names(database, INDEXES, first ?? '%')));
		case '.schema':
			return said(schema(database, first ?? '%'));
		case '.headers':
		case '.header':
			return first === undefined
				? said('Usage: .headers on|off\n')
				: set({ headers: /^(?:on|yes|1|true)$/i.test(first) });
		case '.nullvalue':
			return first === undefined ? said('Usage: .nullvalue STRING\n') : set({ nullValue: first });
		case '.separator':
			return first === undefined ? said('Usage: .separator COL ?ROW?\n') : set({ separator: escaped(first) });
		case '.mode':
			return first === undefined ? said(`current output mode: ${display.mode}\n`) : mode(args, display);
		default:
			return said(
				OUTSIDE.test(name)
					? `Error: ${name} reaches outside of the database, and there is nothing outside of it here.\n`
					: `Error: unknown command or invalid arguments:  "${name.slice(1)}". Enter ".help" for help\n`
			);
	}
}

function mode([wanted = '', table]: readonly string[], display: Display): DotOutcome {
	const found = MODES.find((name) => name.startsWith(wanted) || (wanted === 'columns' && name === 'column'));
	if (!found) {
		return { stdout: `Error: mode should be one of: ${MODES.join(' ')}\n`, display };
	}
	const withHeaders: readonly Mode[] = ['column', 'table', 'box', 'markdown'];
	const headers = display.headers ?? (withHeaders.includes(found) || null);
	const separator = found === 'list' ? '|' : display.separator;
	return { stdout: '', display: { ...display, mode: found, headers, separator, table: table ?? 'table' } };
}

const TABLES =
	"SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' AND name LIKE ? ORDER BY 1";
const INDEXES = "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name LIKE ? ORDER BY 1";
const SCHEMA =
	'SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND (lower(tbl_name) LIKE lower(?1) OR lower(name) LIKE lower(?1)) ORDER BY rowid';

function names(database: Database, sql: string, pattern: string): string[] {
	return database.all(sql, [pattern]).map(([name]) => textOf(name));
}

/** Names in columns, as many as fit 80 characters. */
function listed(all: readonly string[]): string {
	if (all.length === 0) return '';
	const size = Math.max(...all.map(({ length }) => length));
	const columns = Math.max(1, Math.floor(80 / (size + 2)));
	const rows = Math.ceil(all.length / columns);
	return Array.from({ length: rows }, (_, row) => {
		const inRow = all.filter((_name, at) => at % rows === row);
		return `${inRow.map((name) => name.padEnd(size)).join('  ')}\n`;
	}).join('');
}

function schema(database: Database, pattern: string): string {
	return database
		.all(SCHEMA, [pattern])
		.map(([sql]) => `${textOf(sql).replace(/^CREATE TABLE (?=['"])/, 'CREATE TABLE IF NOT EXISTS ')};\n`)
		.join('');
}

function textOf(value: SqlValue | undefined): string {
	return typeof value === 'string' ? value : '';
}

function unquoted(word: string): string {
	return /^(['"])(.*)\1$/s.exec(word)?.[2] ?? word;
}

function escaped(text: string): string {
	return text.replaceAll('\\t', '\t').replaceAll('\\n', '\n');
}
