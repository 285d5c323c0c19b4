import type { WorldEvent } from '../world/events.ts';
import type { Projection } from '../world/projection.ts';
import type { Check, Feedback, Lesson } from './lesson.ts';
import type { Moment } from './play.ts';
import { judge } from './predicates/judge.ts';
import type { Scene, Verdict } from './scene.ts';

/**
 * How far a learner has come: an immutable value, one for each action, so that going back in the world goes back
 * here as well. Begin with `beginLesson`, fold with `observe`.
 */
export interface LessonProgress {
	readonly projection: Projection;
	/** The first event after the lesson's setup, by its `seq`. */
	readonly since: number;
	/** All events since then. */
	readonly events: readonly WorldEvent[];
	/** The checks that have held at some moment: once passed, a check stays passed. */
	readonly passed: readonly string[];
	/** The first step that still has an open check; the number of steps when all are done. */
	readonly step: number;
	/** The first event after the steps before were done, by its `seq`. */
	readonly stepSince: number;
	/** The known wrong paths that the last action took. */
	readonly feedback: readonly Feedback[];
}

/** What there is to say about one check. */
export interface CheckState extends Verdict {
	readonly id: string;
	/** It has held at some moment. `holds` says whether it does so now. */
	readonly passed: boolean;
}

/** The progress of a learner who has done nothing yet. `moments`: what the lesson's setup did. */
export function beginLesson(
	lesson: Lesson,
	projection: Projection,
	setup: readonly Moment[]
): LessonProgress {
	const last = setup.flatMap(({ events }) => events).at(-1);
	const since = (last?.seq ?? -1) + 1;
	const fresh = { projection, since, events: [], passed: [], step: 0, stepSince: since, feedback: [] };
	return note(lesson, fresh);
}

/** The progress after one more action. */
export function observe(lesson: Lesson, before: LessonProgress, moment: Moment): LessonProgress {
	return note(lesson, {
		...before,
		projection: moment.projection,
		events: moment.events.length ? [...before.events, ...moment.events] : before.events
	});
}

/** Every check of the lesson with its expected and actual, in the order of the text. */
export function checkStates(lesson: Lesson, progress: LessonProgress): CheckState[] {
	return lesson.steps.flatMap(({ checks }, step) =>
		checks.map((check) => ({
			id: check.id,
			passed: progress.passed.includes(check.id),
			...judge(check.when, sceneFor(check, step, progress))
		}))
	);
}

/** All checks of a lesson, in the order of the text. */
export function allChecks(lesson: Lesson): Check[] {
	return lesson.steps.flatMap(({ checks }) => checks);
}

function note(lesson: Lesson, progress: LessonProgress): LessonProgress {
	const passed = lesson.steps.flatMap(({ checks }, step) =>
		checks
			.filter((check) => progress.passed.includes(check.id) || holds(check, step, progress))
			.map(({ id }) => id)
	);
	const open = lesson.steps.findIndex(({ checks }) => checks.some(({ id }) => !passed.includes(id)));
	const step = open === -1 ? lesson.steps.length : open;
	const feedback = raised(lesson, progress, step);
	if (step === progress.step) return { ...progress, passed, feedback };
	const stepSince = (progress.events.at(-1)?.seq ?? progress.since - 1) + 1;
	return { ...progress, passed, step, stepSince, feedback };
}

function holds(check: Check, step: number, progress: LessonProgress): boolean {
	return (
		(!check.inStep || step === progress.step) && judge(check.when, sceneFor(check, step, progress)).holds
	);
}

/** What a check looks at: all that has happened, or only what happened in its own step. */
function sceneFor(check: Check, step: number, progress: LessonProgress): Scene {
	if (!check.inStep) return progress;
	return step === progress.step ? stepScene(progress) : { ...progress, since: Infinity, events: [] };
}

/** What has happened since the current step began. */
function stepScene({ projection, events, stepSince }: LessonProgress): Scene {
	return { projection, since: stepSince, events: events.filter(({ seq }) => seq >= stepSince) };
}

/** Feedback speaks in its own step only, about what was done since that step began, and not when the step is done. */
function raised(lesson: Lesson, progress: LessonProgress, step: number): readonly Feedback[] {
	if (step !== progress.step) return [];
	const scene = stepScene(progress);
	return (lesson.steps[step]?.feedback ?? []).filter(({ when }) => judge(when, scene).holds);
}
