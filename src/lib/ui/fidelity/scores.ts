/** How many recorded traces of one kind agree. */
export interface Tally {
	readonly name: string;
	readonly agree: number;
	readonly total: number;
}

/** A recorded trace that the simulator answers differently. */
export interface Difference {
	/** "Django 5.2" or "Chromium". */
	readonly where: string;
	readonly id: string;
	readonly reason: string;
}

/** What the tests of recorded traces found, as `npm run fidelity` writes it into scores.json. */
export interface Scores {
	readonly django: readonly { readonly version: string; readonly engines: readonly Tally[] }[];
	/** The jar, by group of cases. */
	readonly chromium: readonly Tally[];
	readonly differences: readonly Difference[];
}
