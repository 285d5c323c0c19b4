import { FACT_KINDS, type Cell, type Fact, type FactKind } from './cell.ts';

/** What a column is compared with: the first one, or what most of them say. */
export type Against = 'first' | 'most';

/** A cell that has no result: its world ended before, or has not come so far. */
export type MaybeCell = Pick<Cell, 'facts'> | null;

export interface ComparedCell {
	/** The kinds in which it differs. */
	readonly differs: readonly FactKind[];
	/** What the learner sees is another: the page, or a command's output. */
	readonly otherAnswer: boolean;
}

export interface ComparedRow {
	/** The kinds that any column has something to say about. */
	readonly kinds: readonly FactKind[];
	/** One for each column; `null` where there is no result. */
	readonly cells: readonly (ComparedCell | null)[];
}

const SEEN: readonly FactKind[] = ['answer', 'output'];

/** Compares what came out of one step in all columns. */
export function compareRow(cells: readonly MaybeCell[], against: Against): ComparedRow {
	const kinds = FACT_KINDS.filter((kind) => cells.some((cell) => cell?.facts[kind] !== undefined));
	const wanted = new Map(kinds.map((kind) => [kind, reference(cells, kind, against)]));
	return {
		kinds,
		cells: cells.map((cell) => {
			if (!cell) return null;
			const differs = kinds.filter((kind) => {
				const reference = wanted.get(kind);
				return reference !== undefined && comparable(cell.facts[kind]) !== reference;
			});
			return { differs, otherAnswer: differs.some((kind) => SEEN.includes(kind)) };
		})
	};
}

/** `undefined` when there is nothing to compare with yet. */
function reference(cells: readonly MaybeCell[], kind: FactKind, against: Against): string | undefined {
	const [first] = cells;
	if (against === 'first') return first ? comparable(first.facts[kind]) : undefined;
	const counts = new Map<string, number>();
	for (const cell of cells) {
		if (!cell) continue;
		const same = comparable(cell.facts[kind]);
		counts.set(same, (counts.get(same) ?? 0) + 1);
	}
	return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

function comparable(fact: Fact | undefined): string {
	return fact?.same ?? '';
}
