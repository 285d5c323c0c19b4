// The scores of the page /fidelity come from the tests' own results: `npm run fidelity` runs the tests of recorded
// traces and takes their scores over; with `--check`, the scores of the last run must be those that the page shows.
import { readFileSync, writeFileSync } from 'node:fs';
import { run } from './install.mjs';

const FOUND = 'reports/fidelity.json';
const SHOWN = 'src/lib/ui/fidelity/scores.json';

if (process.argv.includes('--check')) {
	const same = readFileSync(FOUND, 'utf8') === readFileSync(SHOWN, 'utf8');
	if (!same) console.error(`${SHOWN} is not what the tests found. Run "npm run fidelity" and commit it.`);
	process.exit(same ? 0 : 1);
}
const reporters = ['--reporter=dot', '--reporter=./tests/fidelity/reporter.ts'];
const passed = run('npx', ['vitest', 'run', '--project', 'node', 'tests/conformance/', ...reporters]);
writeFileSync(SHOWN, readFileSync(FOUND));
process.exit(passed ? 0 : 1);
