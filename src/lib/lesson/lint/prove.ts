import type { Feedback, Lesson, LessonAction, LessonStep, Prediction } from '../lesson.ts';
import type { LessonWorlds } from '../lesson-world.ts';
import type { ParsedLesson } from '../parse.ts';
import { Misfit, playActions, type Moment, type Playable } from '../play.ts';
import { actionsBefore, answerAlongTheLesson } from '../predictions.ts';
import { fileProblem, type Problem } from '../problem.ts';
import { allChecks, beginLesson, checkStates, observe, type LessonProgress } from '../progress.ts';
import type { WalkthroughEntry } from '../schema/action.ts';

/** An entry of the walkthrough with its place in walkthrough.yml. */
interface Place {
	readonly step: string;
	readonly index: number;
	readonly entry: WalkthroughEntry;
}

/** A walkthrough as it was played: the progress at its start and after each entry, and what the world answered. */
interface Run {
	readonly progress: readonly LessonProgress[];
	readonly moments: readonly Moment[];
}

/** Proves a lesson by playing it on fresh worlds. @returns what is wrong; nothing when all holds */
export async function proveLesson(parsed: ParsedLesson, worlds: LessonWorlds): Promise<Problem[]> {
	return new Prover(parsed, worlds).prove();
}

class Prover {
	readonly #parsed: ParsedLesson;
	readonly #lesson: Lesson;
	readonly #worlds: LessonWorlds;
	readonly #places: readonly Place[];

	constructor(parsed: ParsedLesson, worlds: LessonWorlds) {
		this.#parsed = parsed;
		this.#lesson = parsed.lesson;
		this.#worlds = worlds;
		this.#places = Object.entries(this.#lesson.walkthrough).flatMap(([step, entries]) =>
			entries.map((entry, index) => ({ step, index, entry }))
		);
	}

	async prove(): Promise<Problem[]> {
		const run = await this.#run(this.#places);
		if (!('moments' in run)) return [run];
		const problems = [...this.#startFails(run), ...this.#stepsPass(run), ...this.#noFeedback(run)];
		if (problems.length > 0) return problems;
		return [
			...(await this.#repeats(run)),
			...(await this.#predictionsAgree()),
			...(await this.#nothingIsIdle()),
			...(await this.#wrongPathsAreMet())
		];
	}

	/** Plays entries on a fresh world; a misfit comes back as a problem. */
	async #run(places: readonly Place[]): Promise<Run | Problem> {
		try {
			return await this.#worlds.play(this.#lesson, (world, setup) => this.#play(world, setup, places));
		} catch (error) {
			if (error instanceof Misfit) return this.#setupProblem(error);
			if (error instanceof EntryMisfit) return this.#entryProblem(error.place, error.message);
			throw error;
		}
	}

	async #play(world: Playable, setup: readonly Moment[], places: readonly Place[]): Promise<Run> {
		const progress = [beginLesson(this.#lesson, await world.look(), setup)];
		const moments: Moment[] = [];
		for (const place of places) {
			let last = progress.at(-1) ?? beginLesson(this.#lesson, await world.look(), setup);
			for (const moment of await this.#playEntry(world, place)) {
				last = observe(this.#lesson, last, moment);
				moments.push(moment);
			}
			progress.push(last);
		}
		return { progress, moments };
	}

	async #playEntry(world: Playable, place: Place): Promise<Moment[]> {
		if ('predict' in place.entry) return [];
		try {
			return await playActions(world, [place.entry], this.#lesson);
		} catch (error) {
			throw error instanceof Misfit ? new EntryMisfit(place, error.message) : error;
		}
	}

	#startFails({ progress }: Run): Problem[] {
		const passed = progress[0]?.passed ?? [];
		return passed.map((id) =>
			this.#checkProblem(id, 'passes already at the start, before the learner does anything')
		);
	}

	/** When the entries of a step are played, its checks have passed. Only the first step that fails is told. */
	#stepsPass(run: Run): Problem[] {
		for (const step of this.#lesson.steps) {
			const open = this.#openChecks(step, run);
			if (open.length > 0) return open;
		}
		return [];
	}

	#openChecks({ id, checks }: LessonStep, { progress }: Run): Problem[] {
		const after = progress[this.#places.findLastIndex(({ step }) => step === id) + 1];
		if (!after) return [];
		const states = checkStates(this.#lesson, after);
		return checks
			.map((check) => states.find((state) => state.id === check.id))
			.filter((state) => state !== undefined)
			.filter(({ passed }) => !passed)
			.map(({ id: check, expected, actual }) =>
				this.#checkProblem(
					check,
					`the walkthrough of step ${id} does not pass it. Expected: ${expected}. Actual: ${actual}`
				)
			);
	}

	#noFeedback({ progress }: Run): Problem[] {
		return this.#places.flatMap((place, index) =>
			(progress[index + 1]?.feedback ?? []).map(({ id }) =>
				this.#feedbackProblem(id, `speaks although step ${place.step} is walked as it should be`)
			)
		);
	}

	/** The same actions give the same world, byte for byte. */
	async #repeats(first: Run): Promise<Problem[]> {
		const again = await this.#run(this.#places);
		if (!('moments' in again)) return [again];
		const index = first.moments.findIndex(
			(moment, at) => JSON.stringify(moment) !== JSON.stringify(again.moments[at])
		);
		if (index === -1) return [];
		const acting = this.#places.filter(({ entry }) => !('predict' in entry));
		const place = acting[index];
		const message = 'played twice, this action does not give the same world';
		return place ? [this.#entryProblem(place, message)] : [this.#fileProblem(message)];
	}

	async #predictionsAgree(): Promise<Problem[]> {
		const problems: Problem[] = [];
		for (const prediction of this.#lesson.steps.flatMap(({ predictions }) => predictions)) {
			problems.push(...(await this.#predictionAgrees(prediction)));
		}
		return problems;
	}

	async #predictionAgrees(prediction: Prediction): Promise<Problem[]> {
		const answer = await this.#worlds.play(this.#lesson, (world) =>
			answerAlongTheLesson(prediction, world, this.#lesson)
		);
		if (answer.outcome === 'elsewhere') {
			return [this.#predictionProblem(prediction, `the simulator does not settle it: ${answer.why}`)];
		}
		const problems: Problem[] = [];
		for (const { id, counterExample: own } of prediction.choices) {
			const misfit = own && id !== answer.right ? await this.#misfitOf(prediction, own) : null;
			if (misfit === null) continue;
			const message = `the counter-example of ${id} cannot be played: ${misfit}`;
			problems.push(this.#predictionProblem(prediction, message));
		}
		return problems;
	}

	/** Why a counter-example cannot be played where the prediction is asked; `null` when it can. */
	async #misfitOf(prediction: Prediction, tries: readonly LessonAction[]): Promise<string | null> {
		try {
			await this.#worlds.play(this.#lesson, async (world) => {
				await playActions(world, actionsBefore(this.#lesson, prediction), this.#lesson);
				await playActions(world, tries, this.#lesson);
			});
			return null;
		} catch (error) {
			if (error instanceof Misfit) return error.message;
			throw error;
		}
	}

	/** Leaving out any action of the walkthrough leaves a check open. */
	async #nothingIsIdle(): Promise<Problem[]> {
		const problems: Problem[] = [];
		for (const place of this.#places) {
			if ('predict' in place.entry) continue;
			const run = await this.#run(this.#places.filter((other) => other !== place));
			const passed = 'moments' in run ? (run.progress.at(-1)?.passed.length ?? 0) : 0;
			if (passed === allChecks(this.#lesson).length) {
				problems.push(
					this.#entryProblem(place, 'all checks pass without this action; ask for it in a check')
				);
			}
		}
		return problems;
	}

	async #wrongPathsAreMet(): Promise<Problem[]> {
		const problems: Problem[] = [];
		for (const path of this.#lesson.wrong) {
			const source = this.#parsed.wrong.get(path.name);
			const first = this.#places.findIndex(({ step }) => step === path.step);
			const prefix = this.#places.slice(0, first + path.afterEntries);
			const outcome = await this.#walkWrong(path.does, prefix);
			if (!source) continue;
			if (typeof outcome === 'string') problems.push(source.problem(['does'], outcome));
			else if (!outcome.includes(path.gets)) {
				const got = outcome.length ? outcome.join(', ') : 'none';
				problems.push(source.problem(['gets'], `the feedback ${path.gets} does not come; got ${got}`));
			} else if (outcome.length > 1) {
				problems.push(
					source.problem(
						['gets'],
						`other feedback comes too: ${outcome.filter((id) => id !== path.gets).join(', ')}`
					)
				);
			}
		}
		return problems;
	}

	/** @returns the ids of the feedback that comes, or why the path cannot be walked */
	async #walkWrong(does: readonly LessonAction[], prefix: readonly Place[]): Promise<string[] | string> {
		try {
			return await this.#worlds.play(this.#lesson, async (world, setup) => {
				const { progress } = await this.#play(world, setup, prefix);
				let last = progress.at(-1) ?? beginLesson(this.#lesson, await world.look(), setup);
				const heard: Feedback[] = [];
				for (const action of does) {
					const [moment] = await playActions(world, [action], this.#lesson);
					if (moment) last = observe(this.#lesson, last, moment);
					heard.push(...last.feedback);
				}
				return [...new Set(heard.map(({ id }) => id))];
			});
		} catch (error) {
			if (error instanceof Misfit) return `cannot be played: ${error.message}`;
			throw error;
		}
	}

	#checkProblem(id: string, message: string): Problem {
		const said = `check ${id}: ${message}`;
		return this.#parsed.prose.places.get(`check ${id}`)?.problem(['when'], said) ?? this.#fileProblem(said);
	}

	#feedbackProblem(id: string, message: string): Problem {
		const said = `feedback ${id}: ${message}`;
		return (
			this.#parsed.prose.places.get(`feedback ${id}`)?.problem(['when'], said) ?? this.#fileProblem(said)
		);
	}

	#predictionProblem({ id }: Prediction, message: string): Problem {
		const said = `prediction ${id}: ${message}`;
		return (
			this.#parsed.prose.places.get(`prediction ${id}`)?.problem(['choices'], said) ?? this.#fileProblem(said)
		);
	}

	#entryProblem({ step, index }: Place, message: string): Problem {
		return this.#parsed.walkthrough?.problem([step, index], message) ?? this.#fileProblem(message);
	}

	#setupProblem({ index, message }: Misfit): Problem {
		return this.#parsed.scenario?.problem(['setup', index], message) ?? this.#fileProblem(message);
	}

	#fileProblem(message: string): Problem {
		return fileProblem(`${this.#lesson.slug}/lesson.md`, message);
	}
}

/** An entry of the walkthrough that the world refuses. */
class EntryMisfit extends Error {
	constructor(
		readonly place: Place,
		message: string
	) {
		super(message);
	}
}
