import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DJANGO_VERSIONS, type DjangoVersion, type ServerProcess } from '../../../src/lib/django/server.ts';
import { parseInstant } from '../../../src/lib/time/instant.ts';
import { send, SimulatedServers } from './simulated-server.ts';

const HERE = import.meta.dirname;
const read = (name: string) => readFileSync(join(HERE, name), 'utf8');
const CORPORA = readdirSync(HERE).filter((name) => name.endsWith('.jsonl'));
const NOW = parseInstant('2026-01-15T10:30:00Z');
/** Few enough to stay far below the time limit of one request. */
const CASES_PER_REQUEST = 100;

/** A line of a corpus; README.md says what its fields mean. */
interface Case {
	readonly id: string;
	readonly since?: string;
	readonly until?: string;
	readonly expect: unknown;
	readonly expectIn?: Readonly<Partial<Record<DjangoVersion, unknown>>>;
	readonly onPython314?: unknown;
}

function readCases(corpus: string, version: DjangoVersion): Case[] {
	return read(corpus)
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as Case)
		.filter((one) => Number(one.since ?? 0) <= Number(version) && Number(one.until ?? 99) >= Number(version));
}

function ask(server: ServerProcess, cases: readonly Case[]): unknown[] {
	const answers: unknown[] = [];
	for (let at = 0; at < cases.length; at += CASES_PER_REQUEST) {
		const { body } = send(server, 'POST', '/run/', JSON.stringify(cases.slice(at, at + CASES_PER_REQUEST)));
		answers.push(...(JSON.parse(body) as unknown[]));
	}
	return answers;
}

describe('templates answer as the real Django does', () => {
	let servers: SimulatedServers;
	beforeAll(async () => {
		servers = await SimulatedServers.boot();
	});

	describe.each(DJANGO_VERSIONS)('%s', (version) => {
		let server: ServerProcess;
		beforeAll(() => {
			const files = {
				'settings.py': `from project_settings import project_settings\nglobals().update(project_settings('${version}'))\n`,
				'urls.py': read('in_interpreter.py'),
				'runner.py': read('runner.py'),
				'project_settings.py': read('project_settings.py')
			};
			server = servers.start(`templates ${version}`, version, files, NOW);
		});

		it.each(CORPORA)('%s', (corpus) => {
			const cases = readCases(corpus, version);
			const answers = ask(server, cases);
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
