import { diffLines } from 'diff/lib/diff/line.js';

/** A row of two texts beside each other. `null`: this side has no such line. */
export interface SideBySideRow {
	readonly left: string | null;
	readonly right: string | null;
	/** The same on both sides. */
	readonly same: boolean;
}

/** Lays two texts beside each other, line by line; lines that were changed stand in one row. */
export function sideBySide(left: string, right: string): SideBySideRow[] {
	const rows: SideBySideRow[] = [];
	let gone: string[] = [];
	let come: string[] = [];
	const flush = () => {
		for (let at = 0; at < Math.max(gone.length, come.length); at++) {
			rows.push({ left: gone[at] ?? null, right: come[at] ?? null, same: false });
		}
		gone = [];
		come = [];
	};
	for (const { value, added, removed } of diffLines(left, right)) {
		const lines = value.replace(/\n$/, '').split('\n');
		if (removed) gone.push(...lines);
		else if (added) come.push(...lines);
		else {
			flush();
			rows.push(...lines.map((line) => ({ left: line, right: line, same: true })));
		}
	}
	flush();
	return rows;
}
