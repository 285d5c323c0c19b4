import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../../src/cli/boot-world-ports.ts';
import { playCase } from '../../../src/cli/replay/play-case.ts';
import type { WorldPorts } from '../../../src/lib/world/world.ts';
import { differences } from '../compare.ts';
import { KNOWN_DIFFERENCES } from './known-differences.ts';

interface Trace {
	readonly id: string;
	readonly group: string;
	readonly django: string;
	readonly expect: unknown;
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

function tracesOf(file: string): Trace[] {
	const lines = readFileSync(FOLDER + file, 'utf8').split('\n');
	return lines.filter(Boolean).map((line) => JSON.parse(line) as Trace);
}

let ports: WorldPorts;
beforeAll(async () => {
	ports = await bootWorldPorts();
});

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
	name.endsWith('.jsonl')
);

describe.each(files.sort())('real Django, as recorded in %s', (file) => {
	it.each(tracesOf(file).map((trace) => [trace.id, trace] as const))('%s', async (id, trace) => {
		const answer = await playCase(trace, () => Promise.resolve(ports));
		expect(answer.error).toBeUndefined();
		const found = differences(trace.expect, answer.results);
		if (`${trace.django} ${id}` in KNOWN_DIFFERENCES) expect(found).not.toEqual([]);
		else expect(found).toEqual([]);
	});
});
