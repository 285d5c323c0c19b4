import { answerAlongTheLesson, answerPrediction } from '../lesson/predictions.ts';
import type { AskSimulator } from './lesson-run.svelte.ts';

/**
 * Answers a prediction by trying it, from where the learner's world stands or from the lesson's start. Where the
 * learner's own world does not settle it any more, it is tried where the lesson itself stands at that question.
 */
export const askSimulator: AskSimulator = async (prediction, { simulation, lesson }) => {
	const answer = await simulation.tryOut(prediction.from, (copy) =>
		answerPrediction(prediction, copy, lesson)
	);
	if (answer.outcome === 'answered') return answer;
	return simulation.tryOut('start', (copy) => answerAlongTheLesson(prediction, copy, lesson));
};
