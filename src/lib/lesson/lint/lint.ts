import type { WorldPorts } from '../../world/world.ts';
import type { Course } from '../course.ts';
import { worldsOf } from '../lesson-world.ts';
import { fileProblem, type Problem } from '../problem.ts';
import { proveLesson } from './prove.ts';
import { findBrokenReferences } from './references.ts';

/**
 * Checks one lesson of a course: that it is well formed, that what it names is there, and, by playing it, that it
 * teaches what it says.
 * @returns what is wrong, in the order it should be mended; nothing when all holds
 */
export async function lintLesson(
	course: Course,
	slug: string,
	ports: WorldPorts
): Promise<readonly Problem[]> {
	const read = course.read(slug);
	if (!('lesson' in read)) return read.length ? read : [fileProblem(slug, 'There is no such lesson')];
	const broken = findBrokenReferences(read);
	return broken.length ? broken : proveLesson(read, worldsOf(ports));
}
