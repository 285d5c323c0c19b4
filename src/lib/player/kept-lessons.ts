import type { Action } from '../world/action.ts';
import { storage } from './storage.ts';

/** Where a learner left a lesson. */
export interface KeptLesson {
	/** The step that was read. */
	readonly step: number;
	/** Ids of the steps whose checks have all held. */
	readonly done: readonly string[];
	/** Ids of checks that have held. */
	readonly passed: readonly string[];
	/** The learner's actions: done again, they give the same world. */
	readonly actions: readonly Action[];
}

const nameOf = (slug: string) => `lesson:${slug}`;

export function keepLesson(slug: string, kept: KeptLesson): void {
	storage.set(nameOf(slug), JSON.stringify(kept));
}

export function forgetLesson(slug: string): void {
	storage.remove(nameOf(slug));
}

/** What was kept of a lesson; `null` when nothing was, or nothing that can be read. */
export function keptLesson(slug: string): KeptLesson | null {
	try {
		const kept: unknown = JSON.parse(storage.get(nameOf(slug)) ?? 'null');
		return isKept(kept) ? kept : null;
	} catch {
		return null;
	}
}

function isKept(value: unknown): value is KeptLesson {
	if (typeof value !== 'object' || value === null) return false;
	const kept = value as Partial<Record<keyof KeptLesson, unknown>>;
	return (
		typeof kept.step === 'number' &&
		[kept.done, kept.passed].every(
			(list) => Array.isArray(list) && list.every((id) => typeof id === 'string')
		) &&
		Array.isArray(kept.actions) &&
		kept.actions.every((action) => typeof (action as { type?: unknown } | null)?.type === 'string')
	);
}
