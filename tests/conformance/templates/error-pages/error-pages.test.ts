import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
	DJANGO_VERSIONS,
	type DjangoVersion,
	type ServerProcess
} from '../../../../src/lib/django/server.ts';
import { headerValue, type HttpResponse } from '../../../../src/lib/http/message.ts';
import type { PythonSpace } from '../../../../src/lib/python/interpreter/python-space.ts';
import { DEFAULT_START } from '../../../../src/lib/time/instant.ts';
import { send, SimulatedServers } from '../simulated-server.ts';

const HERE = import.meta.dirname;
const read = (name: string) => readFileSync(join(HERE, name), 'utf8');

interface Visit {
	readonly project: string;
	readonly path: string;
	readonly expect: Readonly<Record<DjangoVersion, unknown>>;
}

const PROJECTS = JSON.parse(read('projects.json')) as Record<string, Record<string, string>>;
const VISITS = read('pages.jsonl')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line) as Visit);

describe('error pages state what the real Django states', () => {
	let servers: SimulatedServers;
	/** Reads the facts out of a page with the code that read them out of Django's. */
	let reader: PythonSpace;

	beforeAll(async () => {
		servers = await SimulatedServers.boot();
		const silent = () => undefined;
		reader = servers.interpreter.createSpace({
			id: 'facts',
			host: { now: () => DEFAULT_START, randomBytes: silent, write: silent, sleep: silent },
			bridge: {},
			files: { 'facts.py': read('facts.py') }
		});
	});

	function factsOf(response: HttpResponse): unknown {
		const type = headerValue(response.headers, 'Content-Type') ?? '';
		return reader.call('facts:of', response.status, type, response.body);
	}

	function ask(server: ServerProcess, path: string): HttpResponse {
		const posted = path.startsWith('POST ');
		return send(server, posted ? 'POST' : 'GET', posted ? path.slice('POST '.length) : path);
	}

	const projects = DJANGO_VERSIONS.flatMap((version) =>
		Object.entries(PROJECTS).map(([project, files]) => ({ version, project, files }))
	);

	it.each(projects)('$version $project', ({ version, project, files }) => {
		const server = servers.start(`${version} ${project}`, version, files, DEFAULT_START);
		const visits = VISITS.filter((one) => one.project === project);
		const got = visits.map(({ path }) => ({ path, facts: factsOf(ask(server, path)) }));
		server.end();
		expect(got).toEqual(visits.map((one) => ({ path: one.path, facts: one.expect[version] })));
	});
});
