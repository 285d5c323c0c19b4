/** What the prompt says of a statement that SQLite refused: the sqlite3 command's words. */
export function errorText(message: string, sql: string): string {
	const code = RUNTIME.find(([pattern]) => pattern.test(message))?.[1];
	if (code !== undefined) return `Runtime error: ${message} (${code})\n`;
	return `Parse error: ${message}${errorPlace(message, sql)}\n`;
}

/** Errors that come while a statement runs, with SQLite's result code. */
const RUNTIME: readonly (readonly [RegExp, number])[] = [
	[/constraint failed|may not be NULL/, 19],
	[/datatype mismatch/, 20],
	[/database is locked/, 5],
	[/readonly database/, 8]
];

/** The line of the statement with an arrow under the word that it is about, where there is one such word. */
function errorPlace(message: string, sql: string): string {
	const near = /^near "(.+)": syntax error$/s.exec(message)?.[1];
	const word = near ?? /^no such column: (.+)$/.exec(message)?.[1];
	if (word === undefined) return '';
	const first = sql.indexOf(word);
	if (first < 0 || sql.indexOf(word, first + 1) >= 0) return '';
	const start = Math.max(0, first - 50);
	const line = sql.slice(start, start + 78).replaceAll(/\s/g, ' ');
	const offset = first - start;
	return offset < 25
		? `\n  ${line}\n  ${' '.repeat(offset)}^--- error here`
		: `\n  ${line}\n  ${' '.repeat(offset - 14)}error here ---^`;
}
