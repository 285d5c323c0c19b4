/** A stretch of code and what it is; `null`: nothing special. */
export interface Stretch {
	readonly text: string;
	readonly kind: 'word' | 'text' | 'note' | null;
}

const PYTHON =
	/(?<note>#.*)|(?<text>[rbfuRBFU]{0,2}(?:""".*?(?:"""|$)|'''.*?(?:'''|$)|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"))|(?<word>\b(?:False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield)\b)/g;
const TEMPLATE = /(?<note>\{#.*?#\}|<!--.*?-->)|(?<word>\{%.*?%\})|(?<text>\{\{.*?\}\})/g;

/** Cuts lines into stretches: words of the language, texts, comments. A Python text in three quotes may go on below. */
export function highlight(lines: readonly string[], path: string): Stretch[][] {
	const grammar = path.endsWith('.py') ? PYTHON : /\.html?$/.test(path) ? TEMPLATE : null;
	if (!grammar) return lines.map((text) => [{ text, kind: null }]);
	let open: string | null = null;
	return lines.map((line) => {
		const end: number = open === null ? 0 : line.indexOf(open) + 3;
		if (end === 2) return [{ text: line, kind: 'text' }];
		const before: Stretch[] = end > 0 ? [{ text: line.slice(0, end), kind: 'text' }] : [];
		const stretches = cut(line.slice(end), grammar);
		open = leftOpen(stretches.at(-1));
		return [...before, ...stretches];
	});
}

function cut(line: string, grammar: RegExp): Stretch[] {
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

/** The three quotes that the last stretch of a line opens and does not close. */
function leftOpen(last: Stretch | undefined): string | null {
	const quotes = last?.kind === 'text' ? /^[a-z]*("""|''')/i.exec(last.text) : null;
	const mark = quotes?.[1];
	if (!quotes || !mark) return null;
	return last?.text.slice(quotes[0].length).endsWith(mark) ? null : mark;
}
