import type { Lesson, LessonStep, Prediction } from '../lesson/lesson.ts';
import { resolveAction } from '../lesson/actions.ts';
import {
	beginLesson,
	checkStates,
	observe,
	type CheckState,
	type LessonProgress
} from '../lesson/progress.ts';
import type { Answer } from '../lesson/predictions.ts';
import type { Lockable, Panel } from '../lesson/schema/files.ts';
import type { LessonAction } from '../lesson/lesson.ts';
import { forgetLesson, keepLesson, type KeptLesson } from './kept-lessons.ts';
import type { PlayedMoment, Simulation } from './simulation.svelte.ts';
import type { StageRules } from './stage.svelte.ts';

/** What a learner answered to a prediction, and what the simulator found. */
export interface Answered {
	readonly chosen: string;
	/** `null` while the simulator is trying. */
	readonly answer: Answer | null;
}

/** Tries a prediction on a copy of the world. */
export type AskSimulator = (prediction: Prediction, run: LessonRun) => Promise<Answer>;

/** One learner in one lesson: which step is read, which checks hold, what was predicted. */
export class LessonRun implements StageRules {
	readonly lesson: Lesson;
	readonly simulation: Simulation;
	readonly #ask: AskSimulator;
	/** The step that is read; the number of steps: what to remember. */
	#step = $state(0);
	#answers = $state.raw<Readonly<Record<string, Answered>>>({});
	/** Checks that held on an earlier visit. */
	#passedBefore = $state.raw<readonly string[]>([]);
	#folded: { moment: PlayedMoment; progress: LessonProgress }[] = [];

	readonly #progress = $derived.by(() => this.#fold()[this.simulation.cursor] ?? null);
	readonly #checks = $derived.by(() => (this.#progress ? checkStates(this.lesson, this.#progress) : []));

	constructor(lesson: Lesson, simulation: Simulation, ask: AskSimulator) {
		this.lesson = lesson;
		this.simulation = simulation;
		this.#ask = ask;
	}

	get step(): number {
		return this.#step;
	}

	get current(): LessonStep | null {
		return this.lesson.steps[this.#step] ?? null;
	}

	/** How far the learner is at the moment that is looked at. */
	get progress(): LessonProgress | null {
		return this.#progress;
	}

	check(id: string): CheckState | null {
		return this.#checks.find((check) => check.id === id) ?? null;
	}

	/** The check has held at some moment of this visit or of an earlier one. */
	passed(id: string): boolean {
		return this.check(id)?.passed === true || this.#passedBefore.includes(id);
	}

	stepDone(step: LessonStep): boolean {
		return step.checks.every(({ id }) => this.passed(id));
	}

	answered(id: string): Answered | null {
		return this.#answers[id] ?? null;
	}

	goTo(step: number): void {
		this.#step = Math.max(0, Math.min(step, this.lesson.steps.length));
		this.keep();
	}

	async predict(prediction: Prediction, chosen: string): Promise<void> {
		const { id } = prediction;
		this.#answers = { ...this.#answers, [id]: { chosen, answer: null } };
		const answer = await this.#ask(prediction, this);
		this.#answers = { ...this.#answers, [id]: { chosen, answer } };
		this.keep();
	}

	/** Takes an answer back, to choose again. */
	retract(id: string): void {
		this.#answers = Object.fromEntries(Object.entries(this.#answers).filter(([key]) => key !== id));
	}

	/** Carries out a lesson's actions in the learner's world. */
	async carryOut(actions: readonly LessonAction[]): Promise<void> {
		for (const lessonAction of actions) {
			const files = this.simulation.projection?.server.files ?? {};
			const resolved = resolveAction(lessonAction, files, this.lesson.solution);
			if ('action' in resolved) await this.simulation.act(resolved.action);
		}
	}

	begin(kept: KeptLesson | null): Promise<void> {
		const { start, setup, solution } = this.lesson;
		if (kept) {
			this.#step = Math.min(kept.step, this.lesson.steps.length);
			this.#passedBefore = kept.passed;
		}
		return this.simulation.begin({ start, setup, solution }, kept?.actions ?? []);
	}

	/** Begins the lesson anew; what was passed is forgotten. */
	async restart(): Promise<void> {
		forgetLesson(this.lesson.slug);
		this.#step = 0;
		this.#answers = {};
		this.#passedBefore = [];
		await this.begin(null);
	}

	/** Keeps where the learner is for the next visit. */
	keep(): void {
		const ids = this.lesson.steps.flatMap(({ checks }) => checks.map(({ id }) => id));
		keepLesson(this.lesson.slug, {
			step: this.#step,
			done: this.lesson.steps.filter((step) => this.stepDone(step)).map(({ id }) => id),
			passed: ids.filter((id) => this.passed(id)),
			actions: this.simulation.actions
		});
	}

	get address(): string {
		return this.lesson.stage.address;
	}

	get editable(): readonly string[] {
		return this.lesson.stage.editable;
	}

	get open(): string {
		return this.lesson.stage.open;
	}

	shows(panel: Panel): boolean {
		return this.lesson.stage.panels.includes(panel) || this.#unlocked().includes(panel);
	}

	allows(action: Lockable): boolean {
		return !this.lesson.stage.locked.includes(action) || this.#unlocked().includes(action);
	}

	/** What the steps up to the one that is read, or that the learner has reached, have brought. */
	#unlocked(): readonly string[] {
		const reached = Math.max(this.#step, this.#progress?.step ?? 0);
		return this.lesson.steps.slice(0, reached + 1).flatMap(({ id }) => this.lesson.stage.unlocks[id] ?? []);
	}

	/** The progress after each moment. Moments that were seen before are not judged again. */
	#fold(): readonly LessonProgress[] {
		const { moments } = this.simulation;
		const agree = this.#folded.findIndex(({ moment }, at) => moments[at] !== moment);
		const folded = agree === -1 ? this.#folded : this.#folded.slice(0, agree);
		for (const moment of moments.slice(folded.length)) {
			const before = folded.at(-1)?.progress;
			const progress = before
				? observe(this.lesson, before, moment)
				: beginLesson(this.lesson, moment.projection, [moment]);
			folded.push({ moment, progress });
		}
		this.#folded = folded;
		return folded.map(({ progress }) => progress);
	}
}
