import { compareRow, type Against, type MaybeCell } from './differences.ts';

/** A line of the script whose answer is not the same everywhere. */
export interface Divergence {
	/** Counted from 0. */
	readonly step: number;
	/** The labels of the columns that answer otherwise. */
	readonly others: readonly string[];
}

/** The steps at which what the visitor sees differs, over columns that may not have come to their ends. */
export function divergences(
	columns: readonly { readonly label: string; readonly cells: readonly MaybeCell[] }[],
	steps: number,
	against: Against
): Divergence[] {
	return Array.from({ length: steps }, (_, step) => {
		const row = compareRow(
			columns.map(({ cells }) => cells[step] ?? null),
			against
		);
		return { step, others: columns.flatMap(({ label }, at) => (row.cells[at]?.otherAnswer ? [label] : [])) };
	}).filter(({ others }) => others.length > 0);
}
