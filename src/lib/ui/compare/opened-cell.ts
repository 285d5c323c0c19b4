import type { Cell } from '$lib/player/compare/cell.ts';
import type { Column } from '$lib/player/compare/columns.ts';
import type { Run } from '$lib/player/compare/comparison.svelte.ts';
import type { ScriptStep } from '$lib/player/compare/parse-script.ts';

/** A cell that is looked at closely. */
export interface OpenedCell {
	readonly cell: Cell;
	readonly column: Column;
	readonly step: ScriptStep;
	readonly run: Run;
}
