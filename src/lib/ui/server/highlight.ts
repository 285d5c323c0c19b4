/** A stretch of code and what it is; `null`: nothing special. */
export interface Stretch {
	readonly text: string;
	readonly kind: 'word' | 'text' | 'note' | null;
}

const PYTHON =
	/(?<note>#.*)|(?<text>[rbfuRBFU]{0,2}(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"))|(?<word>\b(?:False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield)\b)/g;
const TEMPLATE = /(?<note>\{#.*?#\}|<!--.*?-->)|(?<word>\{%.*?%\})|(?<text>\{\{.*?\}\})/g;

/** Cuts a line into stretches: words of the language, texts, comments. Strings over several lines are not followed. */
export function highlight(line: string, path: string): Stretch[] {
	const grammar = path.endsWith('.py') ? PYTHON : /\.html?$/.test(path) ? TEMPLATE : null;
	if (!grammar) return [{ text: line, kind: null }];
	const stretches: Stretch[] = [];
	let at = 0;
	for (const match of line.matchAll(grammar)) {
		if (match.index > at) stretches.push({ text: line.slice(at, match.index), kind: null });
		const kind =
			match.groups?.['note'] !== undefined ? 'note' : match.groups?.['text'] !== undefined ? 'text' : 'word';
		stretches.push({ text: match[0], kind });
		at = match.index + match[0].length;
	}
	if (at < line.length) stretches.push({ text: line.slice(at), kind: null });
	return stretches;
}
