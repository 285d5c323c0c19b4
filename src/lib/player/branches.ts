import type { Action } from '../world/action.ts';
import type { PlayedMoment } from './history.ts';

/** An action that no longer fits the world that it would have found on this path. */
export interface LeftOut {
	readonly action: Action;
	/** The moment of the path after which it would have come. */
	readonly after: number;
	/** Why it was left out, in words. */
	readonly sentence: string;
}

/** What is known of a path beside its moments. */
export interface BranchHead {
	readonly id: number;
	readonly name: string;
	/** Where it comes from, in words; `null`: it is the first one. */
	readonly origin: string | null;
	readonly leftOut: readonly LeftOut[];
}

/** A path through time: a history that is, or was, or could have been. */
export interface Branch extends BranchHead {
	/** The start first. Paths share the moments up to where they part. */
	readonly moments: readonly PlayedMoment[];
}

/** All paths of a world: one lives, the others are kept as they were. */
export interface BranchTree {
	readonly live: BranchHead;
	readonly kept: readonly Branch[];
	/** How many paths there have been. */
	readonly made: number;
}

/** At most so many paths are kept beside the live one; then the oldest goes. */
export const MOST_KEPT = 20;
const LONGEST_NAME = 60;

/** A world has one path at first. */
export function firstBranch(): BranchTree {
	return { live: { id: 1, name: 'Path 1', origin: null, leftOut: [] }, kept: [], made: 1 };
}

/**
 * Begins a new path; the one that lives is kept.
 * @param moments those of the path that lives
 * @param leftOut what the new path leaves out
 */
export function fork(
	tree: BranchTree,
	moments: readonly PlayedMoment[],
	origin: string,
	leftOut: readonly LeftOut[]
): BranchTree {
	const made = tree.made + 1;
	return {
		live: { id: made, name: `Path ${made}`, origin, leftOut },
		kept: [...tree.kept, { ...tree.live, moments }].slice(-MOST_KEPT),
		made
	};
}

/** Lets a kept path live; the one that lived is kept. `null`: there is no such path. */
export function exchangeLive(
	tree: BranchTree,
	moments: readonly PlayedMoment[],
	id: number
): { readonly tree: BranchTree; readonly moments: readonly PlayedMoment[] } | null {
	const picked = tree.kept.find((branch) => branch.id === id);
	if (!picked) return null;
	const { moments: back, ...live } = picked;
	const kept = tree.kept.filter((branch) => branch !== picked);
	return { tree: { ...tree, live, kept: [...kept, { ...tree.live, moments }] }, moments: back };
}

/** Gives a path another name. One without letters stays as it is. */
export function rename(tree: BranchTree, id: number, text: string): BranchTree {
	const name = text.trim().slice(0, LONGEST_NAME);
	if (name === '') return tree;
	const renamed = <B extends BranchHead>(branch: B): B => (branch.id === id ? { ...branch, name } : branch);
	return { ...tree, live: renamed(tree.live), kept: tree.kept.map(renamed) };
}

/** Lets go of a kept path. */
export function forget(tree: BranchTree, id: number): BranchTree {
	return { ...tree, kept: tree.kept.filter((branch) => branch.id !== id) };
}

/** All paths in the order in which they came up. */
export function allBranches({ live, kept }: BranchTree, moments: readonly PlayedMoment[]): readonly Branch[] {
	return [...kept, { ...live, moments }].toSorted((a, b) => a.id - b.id);
}

/** How many moments two paths share from the start. */
export function sharedLength(a: readonly PlayedMoment[], b: readonly PlayedMoment[]): number {
	const apart = a.findIndex((moment, at) => moment !== b[at]);
	return apart === -1 ? a.length : apart;
}
