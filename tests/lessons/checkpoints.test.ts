import { beforeAll, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import { readLessons } from '../../src/cli/lessons/read-lessons.ts';
import { resolveAction, standingOf } from '../../src/lib/lesson/actions.ts';
import type { Lesson, LessonAction } from '../../src/lib/lesson/lesson.ts';
import { restoreCheckpoint, takeCheckpoint } from '../../src/lib/world/checkpoint.ts';
import { worldHash } from '../../src/lib/world/world-hash.ts';
import { World, type WorldPorts } from '../../src/lib/world/world.ts';

const course = readLessons();
let ports: WorldPorts;
beforeAll(async () => {
	ports = await bootWorldPorts();
});

function walk(world: World, actions: readonly LessonAction[], lesson: Lesson): void {
	for (const action of actions) {
		const resolved = resolveAction(action, standingOf(world.projection()), lesson.solution);
		if ('misfit' in resolved) throw new Error(resolved.misfit);
		world.apply(resolved.action);
	}
}

function restored(world: World, lesson: Lesson): string | readonly string[] {
	const checkpoint = takeCheckpoint(world);
	if (!checkpoint) return worldHash(world);
	const other = restoreCheckpoint(checkpoint, lesson.start, ports);
	if (!(other instanceof World)) return other.otherwise;
	const hash = worldHash(other);
	other.end();
	return hash;
}

it.each(course.slugs)('in %s, a checkpoint brings back the world at the end of each step', (slug) => {
	const lesson = course.lesson(slug);
	const world = new World(lesson.start, ports);
	walk(world, lesson.setup, lesson);
	for (const entries of Object.values(lesson.walkthrough)) {
		walk(
			world,
			entries.flatMap((entry) => ("predict" in entry ? [] : [entry])),
			lesson
		);
		expect(restored(world, lesson)).toEqual(worldHash(world));
	}
	world.end();
});
