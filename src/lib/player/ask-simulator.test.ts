import { expect, it } from 'vitest';
import type { Lesson, LessonStep, Prediction } from '../lesson/lesson.ts';
import { askSimulator, type Asking } from './ask-simulator.ts';

const prediction = (from: Prediction['from']): Prediction => ({
	id: 'login-key',
	asks: '',
	tries: [],
	from,
	choices: []
});

/** Where the trial was played. What comes out of it is up to the world, and is tested with the lessons. */
async function triedFrom(from: Prediction['from'], done: boolean, settled: boolean): Promise<string[]> {
	const asked = prediction(from);
	const step = { id: 'a-new-key', predictions: [asked] } as unknown as LessonStep;
	const tried: string[] = [];
	const asking: Asking = {
		lesson: { steps: [step] } as unknown as Lesson,
		stepDone: () => done,
		simulation: {
			tryOut<T>(where: 'here' | 'start'): Promise<T> {
				tried.push(where);
				return Promise.resolve({ outcome: settled ? 'answered' : 'elsewhere' } as T);
			}
		}
	};
	await askSimulator(asked, asking);
	return tried;
}

it.each<[string, Prediction['from'], boolean, boolean, string[]]>([
	['in the learner’s world', 'here', false, true, ['here']],
	['in a fresh one where that does not settle it', 'here', false, false, ['here', 'start']],
	['in a fresh one when the step is done', 'here', true, true, ['start']],
	['from the start where the lesson says so', 'start', true, true, ['start']]
])('a prediction is tried %s', async (_, from, done, settled, expected) => {
	expect(await triedFrom(from, done, settled)).toEqual(expected);
});
