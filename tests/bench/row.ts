/** One line of the bench's table. */
export interface BenchRow {
	/** What was measured, such as "exchange, db engine". */
	readonly what: string;
	/** Whose figure: "Crumbtrail", or the peer measured in the same run. */
	readonly who: string;
	readonly value: number;
	readonly unit: string;
	/** What we aim at, in words. */
	readonly aim?: string;
	/** Whether the aim was met, where it can be told from this run. */
	readonly met?: boolean;
}

export type Bench = () => Promise<readonly BenchRow[]>;

/** Runs `work` for about `seconds` after a warm-up. @returns calls per second, the best of five parts */
export function rate(work: () => void, seconds = 1): number {
	const part = (seconds * 1000) / 5;
	const once = () => {
		let calls = 0;
		const start = performance.now();
		let now = start;
		for (; now - start < part; now = performance.now()) {
			work();
			calls += 1;
		}
		return (calls / (now - start)) * 1000;
	};
	once();
	return Math.max(once(), once(), once(), once(), once());
}

/** The value below which `share` (0 to 1) of the values lie; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
