/** Where an SQL text stands: its complete statements, and what waits for a semicolon. */
export interface Statements {
	readonly complete: readonly string[];
	/** Empty when nothing waits. */
	readonly rest: string;
}

/** A string, a quoted name, a comment or a semicolon, whichever comes first. */
const PIECE =
	/'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|`[^`]*(?:`|$)|\[[^\]]*(?:\]|$)|--[^\n]*(?:\n|$)|\/\*[\s\S]*?(?:\*\/|$)|;|[\s\S]/g;

/** Splits SQL at the semicolons that end statements: those in strings, names and comments do not. */
export function splitStatements(sql: string): Statements {
	const complete: string[] = [];
	let current = '';
	for (const [piece] of sql.matchAll(PIECE)) {
		current += piece;
		if (piece !== ';') continue;
		if (current.trim() !== ';') complete.push(current.trim());
		current = '';
	}
	return { complete, rest: isBlank(current) ? '' : current.trim() };
}

function isBlank(text: string): boolean {
	return text.replace(/--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\//g, '').trim() === '';
}
