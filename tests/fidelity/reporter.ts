import { mkdirSync, writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import type { Agreement } from './agreement.ts';
import { scoresOf } from './scores.ts';

/** Where the scores of a run lie until `scripts/fidelity.mjs` compares them or takes them over. */
const FOLDER = 'reports';

/** Sums up what the tests of recorded traces found. A run that has none of them leaves nothing. */
export default class FidelityReporter implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		const agreements = modules.flatMap((module) =>
			[...module.children.allTests()].flatMap((test): Agreement[] => {
				const { agreement } = test.meta();
				return agreement ? [{ ...agreement, agrees: agreement.agrees && test.ok() }] : [];
			})
		);
		if (agreements.length === 0) return;
		mkdirSync(FOLDER, { recursive: true });
		writeFileSync(`${FOLDER}/fidelity.json`, `${JSON.stringify(scoresOf(agreements), null, '\t')}\n`);
	}
}
