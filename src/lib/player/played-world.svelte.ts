import type { ActionRefusal, WorldClient } from '../worker/protocol.ts';
import type { Action } from '../world/action.ts';
import type { WorldEvent } from '../world/events.ts';
import {
	allBranches,
	exchangeLive,
	firstBranch,
	forget,
	fork,
	rename,
	sharedLength,
	type Branch,
	type BranchHead
} from './branches.ts';
import type { History, Opening, PlayedMoment } from './history.ts';
import { openWorld } from './open-world.ts';
import type { Rearranged } from './reorder.ts';
import { shareUnchanged } from './share-unchanged.ts';

/** The world in its worker with the moments that were seen of it: the path that lives, and the paths that are kept. */
export class PlayedWorld {
	readonly client: WorldClient;
	#moments = $state.raw<readonly PlayedMoment[]>([]);
	#cursor = $state(0);
	#refusal = $state.raw<ActionRefusal | null>(null);
	#tree = $state.raw(firstBranch());
	/** Actions of the setup, which the history does not show. */
	#base = 0;
	readonly #flat = $derived.by(() => flatten(this.#moments));
	readonly #events = $derived.by(() => this.#flat.events.slice(0, this.#flat.ends[this.#cursor] ?? 0));

	constructor(client: WorldClient) {
		this.client = client;
	}

	/** The moments of the path that is shown, the start first. */
	get moments(): readonly PlayedMoment[] {
		return this.#moments;
	}

	get cursor(): number {
		return this.#cursor;
	}

	get refusal(): ActionRefusal | null {
		return this.#refusal;
	}

	get base(): number {
		return this.#base;
	}

	/** The path that lives. */
	get branch(): BranchHead {
		return this.#tree.live;
	}

	/** Everything that happened up to the moment that is looked at, the setup included. */
	get events(): readonly WorldEvent[] {
		return this.#events;
	}

	/** The last moment is looked at. */
	get live(): boolean {
		return this.#cursor >= this.#moments.length - 1;
	}

	/** All paths, the live one with `moments`. */
	branches(moments: readonly PlayedMoment[]): readonly Branch[] {
		return allBranches(this.#tree, moments);
	}

	async begin(opening: Opening, isWanted: () => boolean): Promise<boolean> {
		const first = await openWorld(this.client, opening);
		if (!isWanted()) return false;
		this.#base = this.client.actions.length;
		this.#tree = firstBranch();
		this.show({ moments: [first], cursor: 0 });
		return true;
	}

	look(at: number): void {
		this.#refusal = null;
		this.#cursor = Math.max(0, Math.min(at, this.#moments.length - 1));
	}

	dismissRefusal(): void {
		this.#refusal = null;
	}

	/** Shows moments without touching the world. */
	show({ moments, cursor }: History): void {
		this.#moments = moments;
		this.look(cursor);
	}

	/** Makes the moment that is looked at the last one, in the world too; what came later is gone. */
	async cut(): Promise<void> {
		const moments = this.#moments.slice(0, this.#cursor + 1);
		await this.client.goTo(this.#base + this.#cursor);
		this.show({ moments, cursor: moments.length - 1 });
	}

	/** Makes the moment that is looked at the last one of a new path; the whole path so far is kept. */
	async branchHere(): Promise<void> {
		if (this.live) return;
		const { name, leftOut } = this.#tree.live;
		const tree = fork(
			this.#tree,
			this.#moments,
			`${name}, from step ${this.#cursor} on`,
			leftOut.filter(({ after }) => after < this.#cursor)
		);
		await this.cut();
		this.#tree = tree;
	}

	/** Carries an action out at the end of the path that is shown. */
	async apply(action: Action): Promise<void> {
		this.#refusal = null;
		const outcome = await this.client.apply(action);
		if (outcome.outcome === 'refused') {
			this.#refusal = outcome.refusal;
			return;
		}
		const { events, result } = outcome;
		const last = this.#moments.at(-1)?.projection;
		const projection = last ? shareUnchanged(last, outcome.projection) : outcome.projection;
		const moments = [...this.#moments, { action, projection, events, result }];
		this.show({ moments, cursor: moments.length - 1 });
	}

	/**
	 * Carries an action out at the moment that is looked at. Where that is not the last, a new path begins there; of an
	 * action that is refused nothing stays.
	 */
	async act(action: Action): Promise<void> {
		if (this.live) {
			await this.apply(action);
			return;
		}
		const [left, at] = [this.branch.id, this.#cursor];
		await this.branchHere();
		await this.apply(action);
		const refusal = this.#refusal;
		if (!refusal) return;
		const begun = this.branch.id;
		await this.switchTo(left);
		this.forget(begun);
		this.look(at);
		this.#refusal = refusal;
	}

	/** Takes the last action back, as if it had never been done. */
	async undoLast(): Promise<void> {
		this.look(this.#moments.length - 2);
		await this.cut();
	}

	/** Lets a kept path live again, and looks at its end. */
	async switchTo(id: number): Promise<void> {
		const picked = exchangeLive(this.#tree, this.#moments, id);
		if (!picked) return;
		const shared = sharedLength(this.#moments, picked.moments);
		await this.client.goTo(this.#base + shared - 1);
		for (const { action } of picked.moments.slice(shared)) if (action) await this.client.apply(action);
		this.#tree = picked.tree;
		this.show({ moments: picked.moments, cursor: picked.moments.length - 1 });
	}

	/** Plays the path that lives in another order or without a part of it: the outcome is a new path. */
	async rearrange({ after, order }: Rearranged, origin: string): Promise<void> {
		await this.client.goTo(this.#base + after);
		const beginning = this.#moments.slice(0, after + 1);
		const before = this.#tree.live.leftOut.filter((left) => left.after < after);
		const { replayMoments } = await import('./replay-moments.ts');
		const replayed = await replayMoments(beginning, this.#moments, order, (action) =>
			this.client.apply(action)
		);
		this.#tree = fork(this.#tree, this.#moments, origin, [...before, ...replayed.leftOut]);
		this.show({ moments: replayed.moments, cursor: replayed.moments.length - 1 });
	}

	rename(id: number, name: string): void {
		this.#tree = rename(this.#tree, id, name);
	}

	forget(id: number): void {
		this.#tree = forget(this.#tree, id);
	}
}

/** All events in one list, with the place where those of each moment end. */
function flatten(moments: readonly PlayedMoment[]): { events: WorldEvent[]; ends: number[] } {
	const events: WorldEvent[] = [];
	const ends = moments.map((moment) => {
		events.push(...moment.events);
		return events.length;
	});
	return { events, ends };
}
