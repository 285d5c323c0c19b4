/** A string, a comment, a bracket or any other character, whichever comes first. */
const PIECE =
	/(?<long>'''|""")|(?<text>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|(?<note>#[^\n]*)|(?<open>[([{])|(?<close>[)\]}])|[\s\S]/g;

/**
 * Whether Python's prompt would go on with "..." after these lines: a bracket or a long string is open, the last line
 * ends with a backslash, or a block (`if`, `def`, …) has not been ended by an empty line.
 */
export function isIncompleteBlock(text: string): boolean {
	const { open, bare } = scan(text);
	if (open || /\\$/.test(text)) return true;
	const isBlock = /^(?:@|(?:(?:async\s+)?(?:if|for|while|def|class|with|try|match)\b[^\n]*:))/.test(bare);
	return isBlock && !/\n[ \t]*$/.test(text);
}

/** Whether a bracket or a long string is open, and the text without its strings and comments. */
function scan(text: string): { open: boolean; bare: string } {
	let depth = 0;
	let bare = '';
	for (let at = 0; at < text.length;) {
		PIECE.lastIndex = at;
		const match = PIECE.exec(text);
		if (!match) break;
		const { long, text: string, note, open, close } = match.groups ?? {};
		at = PIECE.lastIndex;
		if (long !== undefined) {
			const end = text.indexOf(long, at);
			if (end < 0) return { open: true, bare };
			at = end + 3;
		} else if (open !== undefined) depth += 1;
		else if (close !== undefined) depth -= 1;
		if (string === undefined && note === undefined && long === undefined) bare += match[0];
	}
	return { open: depth > 0, bare };
}
