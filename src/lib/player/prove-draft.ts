import type { Lesson } from '../lesson/lesson.ts';
import type { LessonWorlds } from '../lesson/lesson-world.ts';
import { proveLesson } from '../lesson/lint/prove.ts';
import type { ParsedLesson } from '../lesson/parse.ts';
import { playActions, type Moment, type Playable } from '../lesson/play.ts';
import type { Problem } from '../lesson/problem.ts';
import { WorkerWorldClient } from '../worker/client.ts';
import { TrialWorld } from './trial-world.ts';

let client: WorkerWorldClient | null = null;

/** Worlds in a worker of their own, one after the other; what is on the stage goes on beside them. */
const worlds: LessonWorlds = {
	async play<T>(lesson: Lesson, use: (world: Playable, setup: readonly Moment[]) => Promise<T>): Promise<T> {
		client ??= newClient();
		const { projection } = await client.start(lesson.start);
		const world = new TrialWorld(client, projection);
		return use(world, await playActions(world, lesson.setup, lesson));
	}
};

/** What is proved may be somebody else's. While developing, the worker is a plain one: see worker/start-worker.ts. */
function newClient(): WorkerWorldClient {
	const made = new WorkerWorldClient();
	if (!import.meta.env.DEV) made.distrust();
	return made;
}

/** Proves a lesson by playing it in the sandbox. @returns what is wrong; nothing when all holds */
export function proveDraft(parsed: ParsedLesson): Promise<Problem[]> {
	return proveLesson(parsed, worlds);
}

/** Ends the worker that proved. */
export function endProofs(): void {
	client?.dispose();
	client = null;
}
