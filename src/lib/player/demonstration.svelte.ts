import { resolveAction, standingOf } from '../lesson/actions.ts';
import type { LessonAction } from '../lesson/lesson.ts';
import type { ProjectFiles } from '../django/server.ts';
import type { Aside, History } from './history.ts';
import type { PlayedWorld } from './played-world.svelte.ts';

/** Something that the learner did not do has the stage; the learner's own history stands aside meanwhile. */
export class Demonstration {
	readonly #world: PlayedWorld;
	#aside = $state.raw<Aside | null>(null);

	constructor(world: PlayedWorld) {
		this.#world = world;
	}

	get going(): boolean {
		return this.#aside !== null;
	}

	/** What the learner did, whatever the stage shows. */
	get own(): History {
		return this.#aside ?? { moments: this.#world.moments, cursor: this.#world.cursor };
	}

	/** Nothing stands aside any more: another world has begun. */
	drop(): void {
		this.#aside = null;
	}

	/**
	 * Plays actions step by step where everybody sees them.
	 * @param lead is done before, unseen
	 */
	async play(
		from: 'here' | 'start',
		lead: readonly LessonAction[],
		shown: readonly LessonAction[],
		solution: ProjectFiles
	): Promise<void> {
		const world = this.#world;
		const { moments, cursor } = this.own;
		const fork = from === 'start' ? 0 : cursor;
		this.#aside = { moments, cursor, fork, actions: world.client.actions };
		world.look(fork);
		await world.cut();
		for (const action of lead) await this.#carryOut(action, solution, false);
		const opening = world.cursor;
		for (const action of shown) await this.#carryOut(action, solution, true);
		world.look(Math.min(opening + 1, world.moments.length - 1));
	}

	/** Brings the learner's own world back. */
	async putBack(): Promise<void> {
		const aside = this.#aside;
		if (!aside) return;
		const { client, base } = this.#world;
		await client.goTo(base + aside.fork);
		for (const action of aside.actions.slice(base + aside.fork)) await client.apply(action);
		this.#aside = null;
		this.#world.show(aside);
	}

	/** Does a lesson's action; `slowly`: a request is carried on one sub-step at a time. */
	async #carryOut(lessonAction: LessonAction, solution: ProjectFiles, slowly: boolean): Promise<void> {
		const world = this.#world;
		const projection = () => world.moments.at(-1)?.projection ?? null;
		const resolved = resolveAction(lessonAction, standingOf(projection()), solution);
		if ('misfit' in resolved) return;
		if (!slowly) {
			await world.apply(resolved.action);
			return;
		}
		const { playSlowly } = await import('./play-slowly.ts');
		await playSlowly(resolved.action, {
			apply: (action) => world.apply(action),
			exchanges: () => projection()?.exchanges ?? [],
			refused: () => world.refusal !== null
		});
	}
}
