import type { Prediction } from '../lesson/lesson.ts';
import { actionsBefore, counterExample } from '../lesson/predictions.ts';
import type { LessonRun } from './lesson-run.svelte.ts';

/** Shows on the stage why a choice was wrong. The learner's world stands aside. */
export async function playCounterExample(
	run: LessonRun,
	prediction: Prediction,
	chosen: string
): Promise<void> {
	const answer = run.answered(prediction.id)?.answer;
	const along = answer?.outcome === 'answered' && answer.where === 'lesson';
	const lead = along ? actionsBefore(run.lesson, prediction) : [];
	const from = along ? 'start' : prediction.from;
	await run.simulation.demonstrate(from, lead, counterExample(prediction, chosen));
}
