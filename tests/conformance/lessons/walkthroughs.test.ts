import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../../src/cli/boot-world-ports.ts';
import { readLessons } from '../../../src/cli/lessons/read-lessons.ts';
import { playCase } from '../../../src/cli/replay/play-case.ts';
import { lessonCase, type ReplayCase } from '../../../src/lib/lesson/replay-case.ts';
import type { WorldPorts } from '../../../src/lib/world/world.ts';
import { differences } from '../compare.ts';

type Trace = ReplayCase & { readonly expect: readonly unknown[] };

const course = readLessons();
let ports: WorldPorts;
beforeAll(async () => {
	ports = await bootWorldPorts();
});

/** What real Django answered to a lesson's walkthrough. */
function recorded(slug: string): Trace {
	return JSON.parse(readFileSync(new URL(`${slug}.jsonl`, import.meta.url), 'utf8')) as Trace;
}

/** Those whose requests do not overlap: the replay format has one request after the other. */
const scenarios = course.slugs.flatMap((slug) => {
	const scenario = lessonCase(course.lesson(slug));
	return scenario ? [[slug, scenario] as const] : [];
});

describe.each(scenarios)('%s', (slug, scenario) => {
	it('was recorded as the lesson now stands', () => {
		const { expect: answers, ...trace } = recorded(slug);
		expect(answers).toHaveLength(trace.steps.length);
		expect(trace).toEqual(scenario);
	});

	it('answers in the simulator as real Django does', async () => {
		const trace = recorded(slug);
		const answer = await playCase(scenario, () => Promise.resolve(ports));
		expect(answer.error).toBeUndefined();
		expect(differences(trace.expect, answer.results)).toEqual([]);
	});
});
