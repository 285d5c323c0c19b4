import { RuntimeStopped, type RuntimeRefusal } from '../python/runtime.ts';
import type { Action } from '../world/action.ts';
import { InvalidAction } from '../world/invalid-action.ts';
import type { Projection } from '../world/projection.ts';
import { World, type WorldPorts } from '../world/world.ts';
import type { Lesson } from './lesson.ts';
import { playActions, Refused, type Moment, type Playable } from './play.ts';

/** A world of its own for a lesson, played without a page. */
export class LessonWorld implements Playable {
	readonly #world: World;
	/** The world as it stands, once it was looked at: looking has its price. */
	#seen: Projection | null = null;

	constructor(lesson: Lesson, ports: WorldPorts) {
		this.#world = new World(lesson.start, ports);
	}

	apply(action: Action): Moment {
		try {
			this.#seen = null;
			const { events } = this.#world.apply(action);
			return { events, projection: this.look() };
		} catch (error) {
			if (error instanceof InvalidAction) throw new Refused(error.message);
			if (error instanceof RuntimeStopped) throw new Refused(sayStop(error.refusal));
			throw error;
		}
	}

	look(): Projection {
		return (this.#seen ??= this.#world.projection());
	}

	end(): void {
		this.#world.end();
	}
}

/** Gives worlds of their own to those who play lessons: in Node, or in the page's worker. */
export interface LessonWorlds {
	/**
	 * Gives `use` a fresh world of the lesson after its setup, and ends it afterwards.
	 * @throws Misfit when the setup cannot be played
	 */
	play<T>(lesson: Lesson, use: (world: Playable, setup: readonly Moment[]) => Promise<T>): Promise<T>;
}

/** Worlds that are played right here. */
export function worldsOf(ports: WorldPorts): LessonWorlds {
	return { play: (lesson, use) => inLessonWorld(lesson, ports, use) };
}

/**
 * Gives `use` a fresh world of the lesson after its setup, and ends it afterwards.
 * @throws Misfit when the setup cannot be played
 */
export async function inLessonWorld<T>(
	lesson: Lesson,
	ports: WorldPorts,
	use: (world: LessonWorld, setup: readonly Moment[]) => Promise<T>
): Promise<T> {
	const world = new LessonWorld(lesson, ports);
	try {
		return await use(world, await playActions(world, lesson.setup, lesson));
	} finally {
		world.end();
	}
}

function sayStop(refusal: RuntimeRefusal): string {
	switch (refusal.reason) {
		case 'TimeLimit':
			return `the code ran for ${refusal.seconds} seconds and was stopped`;
		case 'MemoryLimit':
			return `the code wanted more than ${refusal.megabytes} MB and was stopped`;
		case 'OutputLimit':
			return `the code printed more than ${refusal.characters} characters and was stopped`;
		case 'InterpreterDied':
			return `the code ended the interpreter: ${refusal.message}`;
		default:
			return refusal satisfies never;
	}
}
