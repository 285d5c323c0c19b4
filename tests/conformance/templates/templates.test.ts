import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DJANGO_VERSIONS, type DjangoVersion } from '../../../src/lib/django/server.ts';
import { readPythonAssets } from '../../../src/lib/python/interpreter/assets.node.ts';
import { Interpreter } from '../../../src/lib/python/interpreter/interpreter.ts';
import type { PythonSpace } from '../../../src/lib/python/interpreter/python-space.ts';
import { parseInstant } from '../../../src/lib/time/instant.ts';

const HERE = import.meta.dirname;
const PYTHON = ['in_interpreter.py', 'native_facade.py', 'native_web.py', 'project_settings.py', 'runner.py'];
const CORPORA = readdirSync(HERE).filter((name) => name.endsWith('.jsonl'));
/** Few enough to stay far below the time limit of one call. */
const CASES_PER_CALL = 100;

/** A line of a corpus; README.md says what its fields mean. */
interface Case {
	readonly id: string;
	readonly since?: string;
	readonly until?: string;
	readonly interpreterOnly?: boolean;
	readonly expect: unknown;
	readonly expectIn?: Readonly<Partial<Record<DjangoVersion, unknown>>>;
	readonly onPython314?: unknown;
}

function readCases(corpus: string, version: DjangoVersion): Case[] {
	return readFileSync(join(HERE, corpus), 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as Case)
		.filter((one) => Number(one.since ?? 0) <= Number(version) && Number(one.until ?? 99) >= Number(version));
}

function ask(space: PythonSpace, cases: readonly Case[]): unknown[] {
	const answers: unknown[] = [];
	for (let at = 0; at < cases.length; at += CASES_PER_CALL) {
		const text = space.call('in_interpreter:run', JSON.stringify(cases.slice(at, at + CASES_PER_CALL)));
		answers.push(...(JSON.parse(String(text)) as unknown[]));
	}
	return answers;
}

describe('templates answer as the real Django does', () => {
	let interpreter: Interpreter;
	const files = Object.fromEntries(PYTHON.map((name) => [name, readFileSync(join(HERE, name), 'utf8')]));

	beforeAll(async () => {
		interpreter = await Interpreter.boot(await readPythonAssets(), { millis: () => performance.now() });
	});

	function startSpace(version: DjangoVersion): PythonSpace {
		const now = parseInstant('2026-01-15T10:30:00Z');
		const space = interpreter.createSpace({
			id: `templates ${version}`,
			host: { now: () => now, randomBytes: (bytes) => void bytes.fill(7), write: () => {}, sleep: () => {} },
			bridge: {},
			files
		});
		space.call('in_interpreter:prepare', version);
		return space;
	}

	describe.each(DJANGO_VERSIONS)('%s', (version) => {
		let space: PythonSpace;
		beforeAll(() => {
			space = startSpace(version);
		});

		it.each(CORPORA)('%s', (corpus) => {
			const cases = readCases(corpus, version).filter((one) => !one.interpreterOnly);
			const answers = ask(space, cases);
			const got = cases.map((one, at) => ({ id: one.id, answer: answers[at] }));
			const wanted = cases.map((one) => ({
				id: one.id,
				answer: one.onPython314 ?? one.expectIn?.[version] ?? one.expect
			}));
			const differing = got.filter((one, at) => JSON.stringify(one) !== JSON.stringify(wanted[at]));
			const byId = new Map(wanted.map((one) => [one.id, one]));
			expect(differing).toEqual(differing.map((one) => byId.get(one.id)));
		});
	});
});
