import type { Lesson, LessonAction, Prediction } from './lesson.ts';
import { Misfit, playActions, sceneOf, type Moment, type Playable } from './play.ts';
import { judge } from './predicates/judge.ts';

/** What the simulator found when it tried. */
export type Answer =
	| {
			readonly outcome: 'answered';
			/** The choice that is right in this world. */
			readonly right: string;
			/** What the trial did, for playing it before the learner's eyes. */
			readonly trial: readonly Moment[];
			/** What there was to see, from the right choice's own predicate. */
			readonly seen: string;
			/** Where it was tried: in the learner's world, or where the lesson itself stands at this question. */
			readonly where: 'here' | 'lesson';
	  }
	/** The learner's world has gone another way: no choice holds here, or the trial does not fit it. */
	| { readonly outcome: 'elsewhere'; readonly why: string };

/**
 * Answers a prediction by trying: plays its trial on a copy of the world and sees which choice holds there.
 * @param copy a fresh world brought to where the learner's stands (`from: here`), or to the lesson's start after
 * its setup (`from: start`). It is played on and thrown away.
 */
export async function answerPrediction(
	prediction: Prediction,
	copy: Playable,
	lesson: Pick<Lesson, 'solution'>
): Promise<Answer> {
	try {
		const before = await copy.look();
		const trial = await playActions(copy, prediction.tries, lesson);
		const scene = sceneOf(before, firstSeq(trial), trial);
		const verdicts = prediction.choices.map(({ id, when }) => ({ id, ...judge(when, scene) }));
		const right = verdicts.filter(({ holds }) => holds);
		const [only] = right;
		if (only && right.length === 1)
			return { outcome: 'answered', right: only.id, trial, seen: only.seen ?? only.actual, where: 'here' };
		const why = only
			? `more than one choice holds: ${right.map(({ id }) => id).join(', ')}`
			: `no choice holds: ${verdicts[0]?.actual ?? ''}`;
		return { outcome: 'elsewhere', why };
	} catch (error) {
		if (error instanceof Misfit) return { outcome: 'elsewhere', why: error.message };
		throw error;
	}
}

/**
 * Answers a prediction where the lesson itself stands at that question, for a learner whose own world has gone another
 * way: who has done already what is asked about, or something else.
 * @param copy a fresh world of the lesson after its setup. It is played on and thrown away.
 */
export async function answerAlongTheLesson(
	prediction: Prediction,
	copy: Playable,
	lesson: Pick<Lesson, 'solution' | 'walkthrough'>
): Promise<Answer> {
	await playActions(copy, actionsBefore(lesson, prediction), lesson);
	const answer = await answerPrediction(prediction, copy, lesson);
	return answer.outcome === 'answered' ? { ...answer, where: 'lesson' } : answer;
}

/** The walkthrough up to where it answers a prediction; nothing for one that is tried from the start. */
export function actionsBefore(
	lesson: Pick<Lesson, 'walkthrough'>,
	{ id, from }: Prediction
): readonly LessonAction[] {
	if (from === 'start') return [];
	const entries = Object.values(lesson.walkthrough).flat();
	const asked = entries.findIndex((entry) => 'predict' in entry && entry.predict === id);
	return entries.slice(0, asked).flatMap((entry) => ('predict' in entry ? [] : [entry]));
}

/** The actions that show a learner why a choice was wrong. */
export function counterExample(prediction: Prediction, choice: string): readonly LessonAction[] {
	return prediction.choices.find(({ id }) => id === choice)?.counterExample ?? prediction.tries;
}

/** Nothing that happened before the trial counts; without events nothing does. */
function firstSeq(trial: readonly Moment[]): number {
	return trial.flatMap(({ events }) => events)[0]?.seq ?? Number.MAX_SAFE_INTEGER;
}
