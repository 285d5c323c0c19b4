import type { Branch, BranchHead } from './branches.ts';
import { groupsOf, type HistoryGroup } from './history-groups.ts';
import type { PlayedMoment } from './history.ts';
import type { PlayedWorld } from './played-world.svelte.ts';
import type * as Reorder from './reorder.ts';

/** Does something once all before it is done and the learner's own world has the stage. */
type OnOwnWorld = (work: () => Promise<void>) => Promise<void>;

/** The paths through a world's time: the one that lives, and those that are kept. */
export class Paths {
	readonly #world: PlayedWorld;
	readonly #moments: () => readonly PlayedMoment[];
	readonly #onOwnWorld: OnOwnWorld;
	#rearranging = $state(false);
	readonly #groups = $derived.by(() => groupsOf(this.#moments()));

	/** @param moments those of the path that lives, whatever the stage shows */
	constructor(world: PlayedWorld, moments: () => readonly PlayedMoment[], onOwnWorld: OnOwnWorld) {
		this.#world = world;
		this.#moments = moments;
		this.#onOwnWorld = onOwnWorld;
	}

	/** The path that lives. */
	get live(): BranchHead {
		return this.#world.branch;
	}

	/** In the order in which they came up, the one that lives among them. */
	get all(): readonly Branch[] {
		return this.#world.branches(this.#moments());
	}

	/** What was done on the path that lives, one after the other. */
	get groups(): readonly HistoryGroup[] {
		return this.#groups;
	}

	/** Where the group before or after a moment begins; the ends of the history where there is none. */
	neighbour(at: number, by: -1 | 1): number {
		const starts = this.#groups.map(({ from }) => from);
		if (by === 1) return starts.find((from) => from > at) ?? this.#moments().length - 1;
		return starts.findLast((from) => from < at) ?? 0;
	}

	/** A path is being played anew. */
	get rearranging(): boolean {
		return this.#rearranging;
	}

	/** Lets a kept path live again; the one that lived is kept. */
	switchTo(id: number): Promise<void> {
		return this.#onOwnWorld(() => this.#world.switchTo(id));
	}

	/** Goes back for good to the moment that is looked at, and begins a new path there. */
	branchHere(): Promise<void> {
		return this.#onOwnWorld(() => this.#world.branchHere());
	}

	/** Plays the path that lives without one of its groups: the outcome is a new path. */
	skip(which: number): Promise<void> {
		return this.#rearrange(({ without }) => without(this.#groups, which), `without number ${which + 1}`);
	}

	/** Plays the path that lives with one of its groups one place earlier (-1) or later (1): a new path. */
	move(which: number, by: -1 | 1): Promise<void> {
		const way = by === 1 ? 'later' : 'earlier';
		return this.#rearrange(
			({ moved }) => moved(this.#groups, which, by),
			`number ${which + 1} one place ${way}`
		);
	}

	rename(id: number, name: string): void {
		this.#world.rename(id, name);
	}

	forget(id: number): void {
		this.#world.forget(id);
	}

	#rearrange(how: (reorder: typeof Reorder) => Reorder.Rearranged | null, origin: string): Promise<void> {
		return this.#onOwnWorld(async () => {
			const rearranged = how(await import('./reorder.ts'));
			if (!rearranged) return;
			this.#rearranging = true;
			try {
				await this.#world.rearrange(rearranged, `${this.live.name}, ${origin}`);
			} finally {
				this.#rearranging = false;
			}
		});
	}
}
