// `npm test`: installs what is missing and runs every check; the last line counts them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installChromium, installPackages, run } from './install.mjs';

installPackages();
const chromium = installChromium();
const reports = mkdtempSync(join(tmpdir(), 'crumbtrail-test-'));
const tally = { passed: 0, failed: 0 };

/** A check that passes or fails as a whole. */
function check(name, command, args) {
	heading(name);
	const passed = run(command, args);
	count(passed ? 1 : 0, passed ? 0 : 1);
	return passed;
}

/** A test run that writes a JSON report; `read` takes its counts from it. */
function suite(name, command, args, env, read) {
	heading(name);
	const file = join(reports, `${name.replaceAll(/\W+/g, '-')}.json`);
	const succeeded = run(command, args(file), env(file));
	const { passed, failed } = counts(file, read);
	count(passed, failed === 0 && !succeeded ? 1 : failed);
}

function counts(file, read) {
	try {
		return read(JSON.parse(readFileSync(file, 'utf8')));
	} catch {
		return { passed: 0, failed: 1 };
	}
}

function heading(name) {
	console.log(`\n— ${name}`);
}

function count(passed, failed) {
	tally.passed += passed;
	tally.failed += failed;
}

check('python assets', 'npm', ['run', '--silent', 'build:python']);
check('svelte-kit sync', 'npx', ['svelte-kit', 'sync']);
check('format', 'npx', ['prettier', '--check', '.']);
check('lint', 'npx', ['eslint', '.']);
check('types', 'npx', ['svelte-check', '--threshold', 'error', '--output', 'human']);
suite(
	'unit, contract, conformance, lessons',
	'npx',
	(file) => [
		...['vitest', 'run', '--reporter=default', '--reporter=./tests/fidelity/reporter.ts'],
		...['--reporter=json', `--outputFile.json=${file}`]
	],
	() => ({}),
	({ numPassedTests, numFailedTests, numPendingTests }) => ({
		passed: numPassedTests,
		failed: numFailedTests + numPendingTests
	})
);
check('fidelity', 'node', ['scripts/fidelity.mjs', '--check']);
check('lessons:check', 'npm', ['run', '--silent', 'lessons:check']);
if (check('build', 'npm', ['run', '--silent', 'build'])) {
	if (chromium) {
		suite(
			'end to end',
			'npx',
			() => ['playwright', 'test', '--reporter=list,json'],
			(file) => ({ CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
			({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped })
		);
	} else {
		heading('end to end');
		console.log('No Chromium found. Install one (Debian: apt-get install chromium) or name it in CHROMIUM.');
		count(0, 1);
	}
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);
