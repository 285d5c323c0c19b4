import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import { readLessons } from '../../src/cli/lessons/read-lessons.ts';
import type { LessonAction, Prediction } from '../../src/lib/lesson/lesson.ts';
import { inLessonWorld, type LessonWorld } from '../../src/lib/lesson/lesson-world.ts';
import { playActions } from '../../src/lib/lesson/play.ts';
import { answerAlongTheLesson, answerPrediction } from '../../src/lib/lesson/predictions.ts';
import { beginLesson, checkStates, observe, type LessonProgress } from '../../src/lib/lesson/progress.ts';
import type { WorldPorts } from '../../src/lib/world/world.ts';

const lesson = readLessons().lesson('01-the-server-remembers');
const VISIT: LessonAction = { visit: '/count/' };
const ELSEWHERE: LessonAction = { visit: '/count/', browser: 'second' };

let ports: WorldPorts;
beforeAll(async () => {
	ports = await bootWorldPorts();
});

/** The progress of a learner after each of these actions. */
function learn(actions: readonly LessonAction[]): Promise<LessonProgress[]> {
	return inLessonWorld(lesson, ports, async (world, setup) => {
		const progress = [beginLesson(lesson, world.look(), setup)];
		for (const moment of await playActions(world, actions, lesson)) {
			progress.push(observe(lesson, progress.at(-1) as LessonProgress, moment));
		}
		return progress;
	});
}

describe('the progress of a learner', () => {
	it('grows with what is done, and a check that has passed stays passed', async () => {
		const progress = await learn([VISIT, VISIT, ELSEWHERE]);
		expect(progress.map(({ step, passed }) => [step, passed])).toEqual([
			[0, []],
			[1, ['page-says-one', 'number-in-row', 'key-in-jar']],
			[2, ['page-says-one', 'number-in-row', 'key-in-jar', 'key-comes-back', 'still-one-row']],
			[
				3,
				[
					'page-says-one',
					'number-in-row',
					'key-in-jar',
					'key-comes-back',
					'still-one-row',
					'own-count',
					'two-rows'
				]
			]
		]);
		const last = checkStates(lesson, progress[3] as LessonProgress);
		expect(last.find(({ id }) => id === 'number-in-row')).toEqual({
			id: 'number-in-row',
			passed: true,
			holds: true,
			expected: 'at least 1 row, with num_visits = 1',
			actual: '2 rows: p7rxjd… {"num_visits":2}; vylzkw… {"num_visits":1}'
		});
		expect(last.find(({ id }) => id === 'page-says-one')).toMatchObject({ passed: true, holds: false });
	});

	it('does not count what the setup did', async () => {
		const [first] = await learn([]);
		expect(first?.events).toEqual([]);
		expect(first?.since).toBeGreaterThan(0);
	});

	it('hears feedback in its own step alone', async () => {
		const progress = await learn([VISIT, VISIT, VISIT, ELSEWHERE, VISIT]);
		expect(progress.map(({ feedback }) => feedback.map(({ id }) => id))).toEqual([
			[],
			[],
			[],
			['same-browser-again'],
			[],
			[]
		]);
	});
});

describe('a prediction', () => {
	const [prediction] = lesson.steps[0]?.predictions ?? [];
	const after = <T>(actions: readonly LessonAction[], use: (world: LessonWorld) => Promise<T>) =>
		inLessonWorld(lesson, ports, async (world) => {
			await playActions(world, actions, lesson);
			return use(world);
		});

	it('is answered by trying it where the learner stands', async () => {
		const answer = await after([], (world) => answerPrediction(prediction as Prediction, world, lesson));
		expect(answer).toMatchObject({ outcome: 'answered', right: 'row', where: 'here' });
	});

	it('does not settle in a world that has gone ahead', async () => {
		const answer = await after([VISIT], (world) => answerPrediction(prediction as Prediction, world, lesson));
		expect(answer).toEqual({ outcome: 'elsewhere', why: 'no choice holds: no cookie num_visits' });
	});

	it('is then answered where the lesson stands', async () => {
		const answer = await after([], (world) => answerAlongTheLesson(prediction as Prediction, world, lesson));
		expect(answer).toMatchObject({ outcome: 'answered', right: 'row', where: 'lesson' });
	});

	it('plays the walkthrough up to its own place', async () => {
		const later = lesson.steps[2]?.predictions[0] as Prediction;
		const answer = await after([], async (world) => {
			const found = await answerAlongTheLesson(later, world, lesson);
			return { found, rows: world.look().store.count };
		});
		expect(answer).toMatchObject({ found: { outcome: 'answered', right: 'one' }, rows: 2 });
	});
});
