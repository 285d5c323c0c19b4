import type { Run } from './comparison.svelte.ts';
import { divergences } from './summary.ts';

/** How a run stands, and where what a visitor sees is not the same in all columns, in a sentence or two. */
export function sayRun({ state, columns, steps }: Run): string {
	const at = columns.findIndex((column) => column.state === 'running');
	if (state === 'running') {
		return `Column ${at + 1} of ${columns.length} is played: ${columns[at]?.column.label ?? ''}.`;
	}
	if (state === 'stopped') return 'Stopped. What came out until then stays.';
	if (typeof state === 'object') return `The simulator stopped: ${state.failed}`;
	const broken = columns.filter(
		(column) => typeof column.state === 'object' && column.state.end === 'broken'
	);
	const early =
		broken.length === 0 ? '' : ` Ended early: ${broken.map(({ column }) => column.label).join(', ')}.`;
	if (columns.length === 1) return `Done.${early}`;
	const found = divergences(
		columns.map(({ column, cells }) => ({ label: column.label, cells })),
		steps.length,
		'first'
	);
	if (found.length === 0) return `All answer alike; what happens behind the page may differ.${early}`;
	const lines = found.map(
		({ step, others }) =>
			`${others.join(', ')} at “${steps[step]?.text ?? ''}” (line ${steps[step]?.line ?? 0})`
	);
	return `Other answers than ${columns[0]?.column.label ?? ''} gives: ${lines.join('; ')}.${early}`;
}
