import { expect, it } from 'vitest';
import { pastedLines, type Pasted } from './pasted-lines.ts';

it.each<[string, Parameters<typeof pastedLines>, Pasted | null]>([
	['one line is for the field itself', ['shell', '', 'print(1)\n'], null],
	[
		'Python is run as it is',
		['shell', '', 'for i in x:\n    print(i)\n'],
		{ line: '', run: 'for i in x:\n    print(i)' }
	],
	['Python goes on where the field ends', ['shell', 'x = ', '[\n1]'], { line: '', run: 'x = [\n1]' }],
	['SQL becomes one line', ['sql', '', 'select *\r\n  from t;'], { line: 'select * from t;', run: null }]
])('%s', (_name, given, result) => {
	expect(pastedLines(...given)).toEqual(result);
});
