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

describe.each(course.slugs)('%s', (slug) => {
	it('was recorded as the lesson now stands', () => {
		const { expect: answers, ...trace } = recorded(slug);
		expect(answers).toHaveLength(trace.steps.length);
		expect(trace).toEqual(lessonCase(course.lesson(slug)));
	});

	it('answers in the simulator as real Django does', async () => {
		const trace = recorded(slug);
		const answer = await playCase(lessonCase(course.lesson(slug)), () => Promise.resolve(ports));
		expect(answer.error).toBeUndefined();
		expect(differences(trace.expect, answer.results)).toEqual([]);
	});
});
