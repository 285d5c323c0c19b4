import type { Action } from '../world/action.ts';
import type { WorldEvent } from '../world/events.ts';
import type { Projection } from '../world/projection.ts';
import { resolveAction, standingOf } from './actions.ts';
import type { Lesson } from './lesson.ts';
import type { Scene } from './scene.ts';
import type { LessonAction } from './schema/action.ts';

/** What a world answers to an action. */
export interface Moment {
	readonly projection: Projection;
	readonly events: readonly WorldEvent[];
}

/** The world does not carry out an action; the message says why. */
export class Refused extends Error {
	override readonly name = 'Refused';
}

/** A world that can be played: the real one in Node, or the one in the page's worker. */
export interface Playable {
	/** Applies one action. @throws Refused when the world does not carry it out */
	apply(action: Action): Moment | Promise<Moment>;
	/** The world as it stands. */
	look(): Projection | Promise<Projection>;
}

/** A lesson's action that could not be carried out in the world as it stood. */
export class Misfit extends Error {
	override readonly name = 'Misfit';
	constructor(
		/** Its place in the list of actions. */
		readonly index: number,
		message: string
	) {
		super(message);
	}
}

/**
 * Plays a lesson's actions on a world.
 * @returns the moment after each action
 * @throws Misfit when an action does not fit or the world refuses it
 */
export async function playActions(
	world: Playable,
	actions: readonly LessonAction[],
	lesson: Pick<Lesson, 'solution'>
): Promise<Moment[]> {
	const moments: Moment[] = [];
	let standing = standingOf(await world.look());
	for (const [index, lessonAction] of actions.entries()) {
		const resolved = resolveAction(lessonAction, standing, lesson.solution);
		if ('misfit' in resolved) throw new Misfit(index, resolved.misfit);
		try {
			const moment = await world.apply(resolved.action);
			standing = standingOf(moment.projection);
			moments.push(moment);
		} catch (error) {
			throw error instanceof Refused ? new Misfit(index, error.message) : error;
		}
	}
	return moments;
}

/** The scene after some moments that began with the event `since`. */
export function sceneOf(before: Projection, since: number, moments: readonly Moment[]): Scene {
	return {
		projection: moments.at(-1)?.projection ?? before,
		since,
		events: moments.flatMap(({ events }) => events)
	};
}
