import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../../src/cli/boot-world-ports.ts';
import { playCase } from '../../../src/cli/replay/play-case.ts';
import { engineOf, keepAgreement } from '../../fidelity/agreement.ts';
import { differences } from '../compare.ts';

interface Trace {
	readonly id: string;
	readonly django: string;
	readonly expect: unknown;
}

const ports = bootWorldPorts();
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.jsonl'));

describe.each(files)('%s, as real Django answered', (file) => {
	const traces = readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as Trace);

	it.for(traces)('$id', async (trace, context) => {
		const { id, django: version } = trace;
		const answer = await playCase(trace, () => ports);
		const found = differences(trace.expect, answer.results);
		const agrees = answer.error === undefined && found.length === 0;
		keepAgreement(context, { with: 'Django', version, engine: engineOf(trace), id, agrees });
		expect(answer).not.toHaveProperty('error');
		expect(found).toEqual([]);
	});
});
