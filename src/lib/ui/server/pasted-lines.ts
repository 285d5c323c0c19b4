/** What becomes of text that is pasted into the command line. */
export interface Pasted {
	/** What stands in the field afterwards. */
	readonly line: string;
	/** What is run at once. */
	readonly run: string | null;
}

/**
 * The command line has one line. Python of several lines is run at once, because in one line it would mean something
 * else; lines of another program are put into one.
 * @param before what stands in the field
 * @returns null for text of one line, which any field can take
 */
export function pastedLines(
	program: 'manage' | 'shell' | 'sql',
	before: string,
	text: string
): Pasted | null {
	const lines = text.trim().split(/\r?\n/);
	if (lines.length < 2) return null;
	if (program === 'shell')
		return { line: '', run: [before + (lines[0] ?? ''), ...lines.slice(1)].join('\n') };
	return { line: before + lines.map((line) => line.trim()).join(' '), run: null };
}
