import * as v from 'valibot';
import type { Action } from '../world/action.ts';
import type { Opening } from './simulation.svelte.ts';
import { storage } from './storage.ts';

/** Where a learner left a lesson. */
export interface KeptLesson {
	/** The step that was read. */
	readonly step: number;
	/** Ids of the steps whose checks have all held. */
	readonly done: readonly string[];
	/** Ids of checks that have held. */
	readonly passed: readonly string[];
	/** The choice taken in each prediction. */
	readonly answers: Readonly<Record<string, string>>;
	/** The learner's actions: done again, they give the same world. */
	readonly actions: readonly Action[];
	/** What the lesson began with then, and its fingerprint; a changed lesson is known by it. */
	readonly opening: Opening | null;
	readonly fingerprint: string | null;
}

const texts = v.array(v.string());
const action = v.custom<Action>((value) => typeof (value as { type?: unknown } | null)?.type === 'string');
const opening = v.custom<Opening>((value) => {
	const { start, setup, solution } = (value ?? {}) as Partial<Record<keyof Opening, unknown>>;
	return typeof start === 'object' && start !== null && Array.isArray(setup) && typeof solution === 'object';
});

/** What a kept lesson looks like. What was kept before there were answers and openings is read as well. */
export const keptSchema = v.object({
	step: v.pipe(v.number(), v.integer(), v.minValue(0)),
	done: texts,
	passed: texts,
	answers: v.optional(v.record(v.string(), v.string()), {}),
	actions: v.array(action),
	opening: v.optional(v.nullable(opening), null),
	fingerprint: v.optional(v.nullable(v.string()), null)
});

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
		const read = v.safeParse(keptSchema, kept);
		return read.success ? read.output : null;
	} catch {
		return null;
	}
}
