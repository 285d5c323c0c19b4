import type { SqlValue } from '../../../database/database.ts';

/** How sqlite3's prompt writes rows: the modes of `.mode` that are there. */
export const MODES = [
	'box',
	'column',
	'csv',
	'insert',
	'json',
	'line',
	'list',
	'markdown',
	'quote',
	'table',
	'tabs'
] as const;
export type Mode = (typeof MODES)[number];

/** What the prompt is set to. */
export interface Display {
	readonly mode: Mode;
	/** `null`: never said; the modes that draw columns then turn them on. */
	readonly headers: boolean | null;
	readonly separator: string;
	/** Written for NULL. */
	readonly nullValue: string;
	/** The table that `.mode insert` writes to. */
	readonly table: string;
}

export interface Rows {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly SqlValue[])[];
}

const utf8 = new TextDecoder();

/** Rows as the sqlite3 command of SQLite 3.40 writes them. */
export function formatRows({ columns, rows }: Rows, display: Display): string {
	if (columns.length === 0 || rows.length === 0) return '';
	const texts = rows.map((row) => row.map((value) => plainText(value, display.nullValue)));
	switch (display.mode) {
		case 'list':
			return separated(columns, texts, display, display.separator);
		case 'tabs':
			return separated(columns, texts, display, '\t');
		case 'csv':
			return [...(display.headers ? [columns] : []), ...rows]
				.map((row) => `${row.map((value) => csvText(value, display.nullValue)).join(',')}\r\n`)
				.join('');
		case 'column':
			return columnar(columns, texts, display.headers);
		case 'table':
			return framed(columns, texts, TABLE);
		case 'box':
			return framed(columns, texts, BOX);
		case 'markdown':
			return framed(columns, texts, MARKDOWN);
		case 'line':
			return lines(columns, texts);
		case 'json':
			return jsonText(columns, rows);
		case 'quote':
			return [...(display.headers ? [columns] : []), ...rows]
				.map((row) => `${row.map(sqlLiteral).join(',')}\n`)
				.join('');
		case 'insert':
			return rows
				.map(
					(row) =>
						`INSERT INTO ${display.table}${display.headers ? `(${columns.join(',')})` : ''} VALUES(${row.map(sqlLiteral).join(',')});\n`
				)
				.join('');
		default:
			return display.mode satisfies never;
	}
}

function plainText(value: SqlValue, nullValue: string): string {
	if (value === null) return nullValue;
	// A blob is written up to its first NUL, as C writes it.
	if (value instanceof Uint8Array) return utf8.decode(value).split('\0')[0] ?? '';
	return String(value);
}

function separated(
	columns: readonly string[],
	texts: readonly string[][],
	{ headers }: Display,
	separator: string
): string {
	return [...(headers ? [columns] : []), ...texts].map((row) => `${row.join(separator)}\n`).join('');
}

function csvText(value: SqlValue, nullValue: string): string {
	const text = plainText(value, nullValue);
	return value === null || /^[\w.+-]+$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
}

function widths(columns: readonly string[], texts: readonly string[][]): number[] {
	return columns.map((name, at) => Math.max(width(name), ...texts.map((row) => width(row[at] ?? ''))));
}

function width(text: string): number {
	return Array.from(text).length;
}

function padded(text: string, to: number): string {
	return text + ' '.repeat(Math.max(0, to - width(text)));
}

function centred(text: string, to: number): string {
	const left = Math.floor((to - width(text)) / 2);
	return padded(' '.repeat(Math.max(0, left)) + text, to);
}

function columnar(columns: readonly string[], texts: readonly string[][], headers: boolean | null): string {
	const of = widths(columns, texts);
	const dashes = of.map((size) => '-'.repeat(size));
	return [...(headers ? [columns, dashes] : []), ...texts]
		.map((row) => `${row.map((text, at) => padded(text, of[at] ?? 0)).join('  ')}\n`)
		.join('');
}

interface Frame {
	readonly bar: string;
	readonly dash: string;
	/** Left, between and right of the line above, under the headings and below; `null`: no such line. */
	readonly top: readonly [string, string, string] | null;
	readonly middle: readonly [string, string, string];
	readonly bottom: readonly [string, string, string] | null;
}

const TABLE: Frame = {
	bar: '|',
	dash: '-',
	top: ['+', '+', '+'],
	middle: ['+', '+', '+'],
	bottom: ['+', '+', '+']
};
const BOX: Frame = {
	bar: '│',
	dash: '─',
	top: ['┌', '┬', '┐'],
	middle: ['├', '┼', '┤'],
	bottom: ['└', '┴', '┘']
};
const MARKDOWN: Frame = { bar: '|', dash: '-', top: null, middle: ['|', '|', '|'], bottom: null };

function framed(columns: readonly string[], texts: readonly string[][], frame: Frame): string {
	const of = widths(columns, texts);
	const rule = (ends: readonly [string, string, string] | null) =>
		ends ? `${ends[0]}${of.map((size) => frame.dash.repeat(size + 2)).join(ends[1])}${ends[2]}\n` : '';
	const line = (row: readonly string[], how: typeof padded) =>
		`${frame.bar} ${row.map((text, at) => how(text, of[at] ?? 0)).join(` ${frame.bar} `)} ${frame.bar}\n`;
	const body = texts.map((row) => line(row, padded)).join('');
	return rule(frame.top) + line(columns, centred) + rule(frame.middle) + body + rule(frame.bottom);
}

function lines(columns: readonly string[], texts: readonly string[][]): string {
	const size = Math.max(5, ...columns.map(width));
	return texts
		.map((row) => columns.map((name, at) => `${name.padStart(size)} = ${row[at] ?? ''}\n`).join(''))
		.join('\n');
}

function jsonText(columns: readonly string[], rows: Rows['rows']): string {
	const objects = rows.map(
		(row) =>
			`{${columns.map((name, at) => `${JSON.stringify(name)}:${jsonValue(row[at] ?? null)}`).join(',')}}`
	);
	return `[${objects.join(',\n')}]\n`;
}

function jsonValue(value: SqlValue): string {
	if (value === null || typeof value === 'number') return String(value);
	if (typeof value === 'bigint') return value.toString();
	return JSON.stringify(typeof value === 'string' ? value : utf8.decode(value));
}

function sqlLiteral(value: SqlValue): string {
	if (value === null) return 'NULL';
	if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
	if (!(value instanceof Uint8Array)) return String(value);
	return `X'${Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')}'`;
}
