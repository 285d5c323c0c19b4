import { describe, expect, it } from 'vitest';
import type { FactKind } from './cell.ts';
import { compareRow, type Against, type MaybeCell } from './differences.ts';

const cell = (facts: Partial<Record<FactKind, string>>): MaybeCell => ({
	facts: Object.fromEntries(Object.entries(facts).map(([kind, text]) => [kind, { text, same: text }]))
});
const a = cell({ answer: '200 · a' });
const b = cell({ answer: '200 · b' });

describe('which columns differ', () => {
	it.each<[string, readonly MaybeCell[], Against, readonly (boolean | null)[]]>([
		['all alike', [a, a, a], 'first', [false, false, false]],
		['one other', [a, b, a], 'first', [false, true, false]],
		['the first is the odd one', [b, a, a], 'first', [false, true, true]],
		['the first is the odd one', [b, a, a], 'most', [true, false, false]],
		['as many of each', [a, b], 'most', [false, true]],
		['no result', [a, null, b], 'first', [false, null, true]],
		['no result of the first', [null, a, b], 'first', [null, false, false]],
		['nothing said', [a, cell({})], 'first', [false, true]]
	])('%s, %j', (_, cells, against, other) => {
		const row = compareRow(cells, against);
		expect(row.cells.map((each) => each && each.otherAnswer)).toEqual(other);
	});
});

it('a difference in the way is not another answer', () => {
	const row = compareRow(
		[cell({ answer: 'x', sql: '2 queries' }), cell({ answer: 'x' }), cell({ answer: 'x', jar: 'loses a' })],
		'first'
	);
	expect(row).toEqual({
		kinds: ['answer', 'jar', 'sql'],
		cells: [
			{ differs: [], otherAnswer: false },
			{ differs: ['sql'], otherAnswer: false },
			{ differs: ['jar', 'sql'], otherAnswer: false }
		]
	});
});

it('places are not compared', () => {
	const stored = (text: string, same: string): MaybeCell => ({ facts: { store: { text, same } } });
	const row = compareRow([stored('row written', 'written'), stored('file written', 'written')], 'first');
	expect(row.cells[1]).toEqual({ differs: [], otherAnswer: false });
});
