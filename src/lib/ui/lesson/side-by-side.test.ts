import { expect, it } from 'vitest';
import { sideBySide } from './side-by-side.ts';

it('lines that differ stand in one row, others on both sides', () => {
	expect(sideBySide('a\nb\nc\n', 'a\nB\nc\nd\n')).toEqual([
		{ left: 'a', right: 'a', same: true },
		{ left: 'b', right: 'B', same: false },
		{ left: 'c', right: 'c', same: true },
		{ left: null, right: 'd', same: false }
	]);
});

it('a file that one side does not have is empty there', () => {
	expect(sideBySide('', 'a\n')).toEqual([{ left: null, right: 'a', same: false }]);
});
