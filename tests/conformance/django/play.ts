import { readFileSync } from 'node:fs';
import { bootWorldPorts } from '../../../src/cli/boot-world-ports.ts';
import { playCase } from '../../../src/cli/replay/play-case.ts';
import { differences } from '../compare.ts';

/**
 * For people: plays the traces of files (JSON lines with `expect`), prints each difference and a count.
 * `npx tsx tests/conformance/django/play.ts FILE … [--only=TEXT] [--brief]`
 */
const files = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const only = /^--only=(.*)$/m.exec(process.argv.slice(2).join('\n'))?.[1] ?? '';
const brief = process.argv.includes('--brief');
const ports = bootWorldPorts();
let [passed, failed] = [0, 0];
for (const file of files) {
	for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
		const trace = JSON.parse(line) as { id: string; group: string; expect: unknown };
		if (!`${trace.group} ${trace.id}`.includes(only)) continue;
		const answer = await playCase(trace, () => ports);
		const found = 'results' in answer ? differences(trace.expect, answer.results) : [];
		if ('results' in answer && found.length === 0) {
			passed += 1;
			continue;
		}
		failed += 1;
		console.log(
			`✗ ${file} ${trace.group} ${trace.id}: ${found.length} ${JSON.stringify(answer.error ?? null)}`
		);
		for (const { path, expected, actual } of found.slice(0, brief ? 1 : 4)) {
			console.log(`    ${path}\n      - ${cut(expected)}\n      + ${cut(actual)}`);
		}
	}
}
console.log(`${passed} agree, ${failed} differ`);
process.exit(0);

function cut(value: unknown): string {
	const text = value === undefined ? 'undefined' : JSON.stringify(value);
	return text.slice(0, brief ? 160 : 600);
}
