import { diffArrays } from 'diff/lib/diff/array.js';

/** The numbers of the lines that were added or changed against the original; none when there was no such file. */
export function changedLines(original: string | null, text: string): ReadonlySet<number> {
	if (original === null || original === text) return new Set();
	const changed = new Set<number>();
	let line = 0;
	for (const { value, added, removed } of diffArrays(original.split('\n'), text.split('\n'))) {
		if (removed) continue;
		for (let at = 0; at < value.length; at++) {
			line += 1;
			if (added) changed.add(line);
		}
	}
	return changed;
}
