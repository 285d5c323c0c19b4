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

/** A kept lesson from a value of unknown shape; `null` when it is none. What was kept by earlier pages is read as well. */
export function readKept(value: unknown): KeptLesson | null {
	if (!isRecord(value)) return null;
	const { step, done, passed, actions, answers = {}, opening = null, fingerprint = null } = value;
	if (typeof step !== 'number' || !Number.isInteger(step) || step < 0) return null;
	if (!areTexts(done) || !areTexts(passed) || !areActions(actions)) return null;
	if (!isRecord(answers) || !areTexts(Object.values(answers))) return null;
	if (opening !== null && !isOpening(opening)) return null;
	if (fingerprint !== null && typeof fingerprint !== 'string') return null;
	return { step, done, passed, actions, answers: answers as Record<string, string>, opening, fingerprint };
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function areTexts(value: unknown): value is string[] {
	return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function areActions(value: unknown): value is Action[] {
	return (
		Array.isArray(value) && value.every((action) => isRecord(action) && typeof action['type'] === 'string')
	);
}

function isOpening(value: unknown): value is Opening {
	return (
		isRecord(value) &&
		isRecord(value['start']) &&
		isRecord(value['start']['project']) &&
		Array.isArray(value['setup']) &&
		isRecord(value['solution'])
	);
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
		return readKept(JSON.parse(storage.get(nameOf(slug)) ?? 'null'));
	} catch {
		return null;
	}
}
