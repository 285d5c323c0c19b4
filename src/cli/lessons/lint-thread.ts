import { parentPort } from 'node:worker_threads';
import type { Course } from '../../lib/lesson/course.ts';
import { lintLesson } from '../../lib/lesson/lint/lint.ts';
import type { Problem } from '../../lib/lesson/problem.ts';
import { bootWorldPorts } from '../boot-world-ports.ts';
import { readLessons } from './read-lessons.ts';

/** A lesson to check: its course's folder and its name. */
export interface LintRequest {
	readonly folder: string;
	readonly slug: string;
}

/** What is wrong with the lesson, or how the check itself failed. */
export type LintAnswer = { readonly problems: readonly Problem[] } | { readonly failure: string };

/** The thread that plays lessons; the command ends it when one of them never returns. */
const port = parentPort;
if (!port) throw new Error('lint-thread.ts runs in a worker thread');

let ports: ReturnType<typeof bootWorldPorts> | null = null;
const courses = new Map<string, Course>();

port.on('message', (request: LintRequest) => {
	void lint(request).then((answer) => {
		port.postMessage(answer);
	});
});

async function lint({ folder, slug }: LintRequest): Promise<LintAnswer> {
	try {
		const course = courses.get(folder) ?? readLessons(folder);
		courses.set(folder, course);
		return { problems: await lintLesson(course, slug, await (ports ??= bootWorldPorts())) };
	} catch (error) {
		return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
	}
}
