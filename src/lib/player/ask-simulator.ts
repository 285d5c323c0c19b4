import { answerPrediction } from '../lesson/predictions.ts';
import type { AskSimulator } from './lesson-run.svelte.ts';

/** Answers a prediction by trying it, from where the learner's world stands or from the lesson's start. */
export const askSimulator: AskSimulator = (prediction, { simulation, lesson }) =>
	simulation.tryOut(prediction.from, (copy) => answerPrediction(prediction, copy, lesson));
