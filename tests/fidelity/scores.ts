import type { Difference, Scores, Tally } from '../../src/lib/ui/fidelity/scores.ts';
import type { Agreement } from './agreement.ts';

/** How many traces agree, by Django version and engine and by group of the jar, and each that does not. */
export function scoresOf(agreements: readonly Agreement[]): Scores {
	const django = agreements.filter((each) => each.with === 'Django');
	const chromium = agreements.filter((each) => each.with === 'Chromium');
	return {
		django: grouped(django, ({ version }) => version).map(([version, traces]) => ({
			version,
			engines: tallies(traces, ({ engine }) => engine)
		})),
		chromium: tallies(chromium, ({ group }) => group),
		differences: agreements
			.filter(({ agrees }) => !agrees)
			.map(differenceOf)
			.sort((a, b) => `${a.where} ${a.id}`.localeCompare(`${b.where} ${b.id}`))
	};
}

function differenceOf(agreement: Agreement): Difference {
	const where = agreement.with === 'Django' ? `Django ${agreement.version}` : 'Chromium';
	const reason = 'reason' in agreement ? agreement.reason : undefined;
	return { where, id: agreement.id, reason: reason ?? 'Not understood yet.' };
}

function tallies<T extends Agreement>(all: readonly T[], keyOf: (each: T) => string): Tally[] {
	return grouped(all, keyOf).map(([name, traces]) => ({
		name,
		agree: traces.filter(({ agrees }) => agrees).length,
		total: traces.length
	}));
}

function grouped<T>(all: readonly T[], keyOf: (each: T) => string): [string, T[]][] {
	const groups = new Map<string, T[]>();
	for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
	return [...groups].sort(([a], [b]) => a.localeCompare(b));
}
