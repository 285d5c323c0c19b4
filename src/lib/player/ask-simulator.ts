import type { Lesson, LessonStep, Prediction } from '../lesson/lesson.ts';
import { answerAlongTheLesson, answerPrediction, type Answer } from '../lesson/predictions.ts';
import type { Simulation } from './simulation.svelte.ts';

/** The lesson's run that a prediction is asked in. */
export interface Asking {
	readonly simulation: Pick<Simulation, 'tryOut'>;
	readonly lesson: Lesson;
	/** All checks of the step have passed. */
	stepDone(step: LessonStep): boolean;
}

/**
 * Answers a prediction by trying it, from where the learner's world stands or from the lesson's start. Where the
 * learner's own world does not settle it any more, it is tried where the lesson itself stands at that question: so, too,
 * when the step is done, because the trial done once more may end otherwise (a second login changes no key).
 */
export async function askSimulator(prediction: Prediction, asking: Asking): Promise<Answer> {
	const { simulation, lesson } = asking;
	const step = lesson.steps.find(({ predictions }) => predictions.some(({ id }) => id === prediction.id));
	if (prediction.from === 'start' || !step || !asking.stepDone(step)) {
		const answer = await simulation.tryOut(prediction.from, (copy) =>
			answerPrediction(prediction, copy, lesson)
		);
		if (answer.outcome === 'answered') return answer;
	}
	return simulation.tryOut('start', (copy) => answerAlongTheLesson(prediction, copy, lesson));
}
