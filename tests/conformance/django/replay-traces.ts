import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../../src/cli/boot-world-ports.ts';
import { playCase } from '../../../src/cli/replay/play-case.ts';
import type { DjangoVersion } from '../../../src/lib/django/server.ts';
import type { WorldPorts } from '../../../src/lib/world/world.ts';
import { engineOf, keepAgreement } from '../../fidelity/agreement.ts';
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

/** Plays every trace that was recorded from this version of Django, and compares all that it answers. */
export function replayTraces(version: DjangoVersion): void {
	let ports: WorldPorts;
	beforeAll(async () => {
		ports = await bootWorldPorts();
	});

	const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith(`${version}.jsonl`)
	);

	describe.each(files.sort())('real Django, as recorded in %s', (file) => {
		it.for(tracesOf(file))('$id', async (trace, context) => {
			const { id } = trace;
			const reason = KNOWN_DIFFERENCES[`${version} ${id}`];
			const answer = await playCase(trace, () => Promise.resolve(ports));
			const found = differences(trace.expect, answer.results);
			const agrees = answer.error === undefined && found.length === 0;
			keepAgreement(context, { with: 'Django', version, engine: engineOf(trace), id, agrees, reason });
			expect(answer.error).toBeUndefined();
			if (reason !== undefined) expect(found).not.toEqual([]);
			else expect(found).toEqual([]);
		});
	});
}
