import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../../src/cli/boot-world-ports.ts';
import { playCase } from '../../../src/cli/replay/play-case.ts';
import { differences } from '../compare.ts';

interface Trace {
	readonly id: string;
	readonly expect: unknown;
}

const ports = bootWorldPorts();
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.jsonl'));

describe.each(files)('%s, as real Django answered', (file) => {
	const traces = readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as Trace);

	const agrees = async (trace: Trace) => {
		const answer = await playCase(trace, () => ports);
		expect(answer).not.toHaveProperty('error');
		expect('results' in answer ? differences(trace.expect, answer.results) : answer).toEqual([]);
	};

	it.each(traces)('$id', agrees);
});
