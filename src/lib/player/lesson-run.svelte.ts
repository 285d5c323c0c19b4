import type { Lesson, LessonStep, Prediction } from '../lesson/lesson.ts';
import { resolveAction, standingOf } from '../lesson/actions.ts';
import type * as Judging from '../lesson/progress.ts';
import type { CheckState, LessonProgress } from '../lesson/progress.ts';
import type { Answer } from '../lesson/predictions.ts';
import type { Lockable, Panel } from '../lesson/schema/files.ts';
import type { LessonAction } from '../lesson/lesson.ts';
import { forgetLesson, keepLesson, type KeptLesson } from './kept-lessons.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Opening, PlayedMoment, Simulation } from './simulation.svelte.ts';
import type { StageRules } from './stage-rules.ts';

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
	readonly #keptAs: string;
	/** The lesson is shown to a room: large type, the arrows turn its steps, and how far a check is stays unsaid. */
	presenting = $state(false);
	/** The step that is read; the number of steps: what to remember. */
	#step = $state(0);
	#answers = $state.raw<Readonly<Record<string, Answered>>>({});
	/** Checks that held on an earlier visit. */
	#passedBefore = $state.raw<readonly string[]>([]);
	/** Choices of an earlier visit. */
	#chosenBefore = $state.raw<Readonly<Record<string, string>>>({});
	/** What was kept of this lesson before it changed; the learner has still to say what shall become of it. */
	#changed = $state.raw<KeptLesson | null>(null);
	/** What the learner's world began with: the lesson's own, or that of an older lesson that was kept. */
	#opening: Opening;
	/** What judges checks. It comes while the world is made: before that there is nothing to judge. */
	#judging = $state.raw<typeof Judging | null>(null);
	#folded: { moment: PlayedMoment; progress: LessonProgress }[] = [];

	readonly #progress = $derived.by(() => this.#fold()[this.simulation.own.cursor] ?? null);
	readonly #checks = $derived.by(() =>
		this.#progress && this.#judging ? this.#judging.checkStates(this.lesson, this.#progress) : []
	);

	/** @param keptAs the name that progress is kept by */
	constructor(lesson: Lesson, simulation: Simulation, ask: AskSimulator, keptAs = lesson.slug) {
		this.lesson = lesson;
		this.#keptAs = keptAs;
		this.simulation = simulation;
		this.#ask = ask;
		this.#opening = openingOf(lesson);
	}

	/** What was kept before the lesson changed; `null` when there is nothing to decide. */
	get changed(): KeptLesson | null {
		return this.#changed;
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

	/** The choice that stands: of this visit or of an earlier one. */
	chosen(id: string): string | null {
		return this.#answers[id]?.chosen ?? this.#chosenBefore[id] ?? null;
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

	/**
	 * Carries out a lesson's actions in the learner's world.
	 * @returns why an action does not fit this world, and it and those after it were not carried out; else `null`
	 */
	async carryOut(actions: readonly LessonAction[]): Promise<string | null> {
		for (const lessonAction of actions) {
			const standing = standingOf(this.simulation.projection);
			const resolved = resolveAction(lessonAction, standing, this.lesson.solution);
			if ('misfit' in resolved) return resolved.misfit;
			await this.simulation.act(resolved.action);
		}
		return null;
	}

	/** Begins, where the learner left off. Of a lesson that has changed since, the learner is asked first. */
	async begin(kept: KeptLesson | null): Promise<void> {
		const changed = kept !== null && kept.fingerprint !== null && kept.fingerprint !== this.#fingerprint();
		this.#changed = changed ? kept : null;
		this.#opening = openingOf(this.lesson);
		await this.#resume(changed ? null : kept);
	}

	/** Goes on with the project and the actions from before the lesson changed. */
	async keepMine(): Promise<void> {
		const kept = this.#changed;
		this.#changed = null;
		this.#opening = kept?.opening ?? openingOf(this.lesson);
		await this.#resume(kept);
		this.keep();
	}

	/** Begins the lesson anew; what was passed is forgotten. */
	async restart(): Promise<void> {
		forgetLesson(this.#keptAs);
		this.#step = 0;
		this.#answers = {};
		this.#chosenBefore = {};
		this.#passedBefore = [];
		await this.begin(null);
	}

	/** Goes back to where the step that is read began; what was done since then is dropped. */
	async restartStep(): Promise<void> {
		const { current } = this;
		if (!current) return;
		const later = this.lesson.steps.slice(this.#step);
		const checks = later.flatMap((step) => step.checks.map(({ id }) => id));
		const asked = later.flatMap((step) => step.predictions.map(({ id }) => id));
		this.#passedBefore = this.#passedBefore.filter((id) => !checks.includes(id));
		this.#answers = without(this.#answers, asked);
		this.#chosenBefore = without(this.#chosenBefore, asked);
		const began = this.#fold().findIndex(({ step }) => step >= this.#step);
		if (began !== -1) await this.simulation.rewind(began);
		this.keep();
	}

	/** Keeps where the learner is for the next visit. */
	keep(): void {
		if (this.#changed) return;
		const ids = this.lesson.steps.flatMap(({ checks }) => checks.map(({ id }) => id));
		const answers = Object.entries(this.#answers).map(([id, { chosen }]) => [id, chosen] as const);
		keepLesson(this.#keptAs, {
			step: this.#step,
			done: this.lesson.steps.filter((step) => this.stepDone(step)).map(({ id }) => id),
			passed: ids.filter((id) => this.passed(id)),
			answers: { ...this.#chosenBefore, ...Object.fromEntries(answers) },
			actions: this.simulation.actions,
			opening: this.#opening,
			fingerprint: this.#fingerprint()
		});
	}

	async #resume(kept: KeptLesson | null): Promise<void> {
		if (kept) {
			this.#step = Math.min(kept.step, this.lesson.steps.length);
			this.#passedBefore = kept.passed;
			this.#chosenBefore = kept.answers;
		}
		const begun = this.simulation.begin(this.#opening, kept?.actions ?? []);
		this.#judging ??= await import('../lesson/progress.ts');
		await begun;
	}

	#fingerprint(): string {
		return fingerprintOf(openingOf(this.lesson));
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
		const { moments } = this.simulation.own;
		const judging = this.#judging;
		if (!judging) return [];
		const agree = this.#folded.findIndex(({ moment }, at) => moments[at] !== moment);
		const folded = agree === -1 ? this.#folded : this.#folded.slice(0, agree);
		for (const moment of moments.slice(folded.length)) {
			const before = folded.at(-1)?.progress;
			const progress = before
				? judging.observe(this.lesson, before, moment)
				: judging.beginLesson(this.lesson, moment.projection, [moment]);
			folded.push({ moment, progress });
		}
		this.#folded = folded;
		return folded.map(({ progress }) => progress);
	}
}

function openingOf({ start, setup, solution }: Lesson): Opening {
	return { start, setup, solution };
}

function without<T>(record: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> {
	return Object.fromEntries(Object.entries(record).filter(([id]) => !ids.includes(id)));
}
