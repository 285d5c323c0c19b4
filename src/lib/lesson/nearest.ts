/**
 * The known name nearest to a mistyped one, by edits of single characters (swaps of neighbours count once).
 * @returns `null` when nothing is near enough to be meant
 */
export function nearestName(typed: string, known: readonly string[]): string | null {
	const most = Math.max(1, Math.floor(typed.length / 3));
	let best: string | null = null;
	let distance = most + 1;
	for (const name of known) {
		const edits = editDistance(typed.toLowerCase(), name.toLowerCase());
		if (edits < distance) [best, distance] = [name, edits];
	}
	return best;
}

/** Optimal string alignment distance. */
function editDistance(a: string, b: string): number {
	let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
			}
			row.push(edits);
		}
		[before, last] = [last, row];
	}
	return last[b.length] ?? 0;
}
