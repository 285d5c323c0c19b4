import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { fileProblem, type Problem } from '../../lib/lesson/problem.ts';
import { startThread } from '../start-thread.ts';
import type { LintAnswer, LintRequest } from './lint-thread.ts';

/** A lesson that is not through after this many seconds is given up, with the thread that plays it. */
const LESSON_SECONDS = 120;

/**
 * Checks lessons in threads of their own, as many as there are cores.
 * @param told is called as soon as a lesson is through
 */
export async function lintLessons(
	folder: string,
	slugs: readonly string[],
	told: (slug: string, problems: readonly Problem[]) => void
): Promise<void> {
	const waiting = [...slugs];
	const lane = async () => {
		let thread: Worker | null = null;
		for (let slug = waiting.shift(); slug !== undefined; slug = waiting.shift()) {
			thread ??= startThread(new URL('./lint-thread.ts', import.meta.url));
			const problems = await ask(thread, { folder, slug });
			if (problems.ended) thread = null;
			told(slug, problems.problems);
		}
		await thread?.terminate();
	};
	const lanes = Math.min(availableParallelism(), slugs.length);
	await Promise.all(Array.from({ length: lanes }, lane));
}

async function ask(thread: Worker, request: LintRequest): Promise<{ problems: readonly Problem[]; ended: boolean }> {
	const stop = new AbortController();
	const giveUp = setTimeout(() => {
		stop.abort();
	}, LESSON_SECONDS * 1000);
	try {
		const answered = once(thread, 'message', { signal: stop.signal });
		const died = once(thread, 'exit', { signal: stop.signal }).then(() => {
			throw new Error('The interpreter ended while it played this lesson.');
		});
		thread.postMessage(request);
		const [answer] = (await Promise.race([answered, died])) as [LintAnswer];
		if ('problems' in answer) return { problems: answer.problems, ended: false };
		return { problems: [fileProblem(`${request.slug}/lesson.md`, answer.failure)], ended: false };
	} catch (error) {
		await thread.terminate();
		const late = `No answer after ${LESSON_SECONDS} seconds: something in this lesson never ends.`;
		const message = stop.signal.aborted ? late : String(error);
		return { problems: [fileProblem(`${request.slug}/lesson.md`, message)], ended: true };
	} finally {
		clearTimeout(giveUp);
		stop.abort();
	}
}
