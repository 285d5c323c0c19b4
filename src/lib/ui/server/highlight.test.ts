import { expect, it } from 'vitest';
import { highlight } from './highlight.ts';

/** Texts in brackets, words of the language in angle brackets. */
function marked(lines: string[]): string[] {
	const marks = { word: ['<', '>'], text: ['[', ']'], note: ['(', ')'] } as const;
	return highlight(lines, 'views.py').map((stretches) =>
		stretches.map(({ text, kind }) => (kind ? marks[kind][0] + text + marks[kind][1] : text)).join('')
	);
}

it.each([
	[['x = "as" # note'], ['x = ["as"] (# note)']],
	[
		['"""', 'much as it is', '"""', 'import x'],
		['["""]', '[much as it is]', '["""]', '<import> x']
	],
	[['a = """one""" if b'], ['a = ["""one"""] <if> b']],
	[
		["a = r'''one", "is''' in b", 'is'],
		["a = [r'''one]", "[is'''] <in> b", '<is>']
	],
	[
		['a = ""', 'is'],
		['a = [""]', '<is>']
	]
])('Python %j', (lines, expected) => {
	expect(marked(lines)).toEqual(expected);
});
