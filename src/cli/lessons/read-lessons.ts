import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Course, MOST_CHARACTERS, type CourseFiles } from '../../lib/lesson/course.ts';
import { withTemplates } from '../../lib/lesson/outside-course.ts';

/** The lessons of this repository. */
export const LESSONS = new URL('../../../lessons/', import.meta.url).pathname;

/** What lies in the lessons folder beside the lessons. */
const ASIDE = /^(?:README\.md|schema(?:\/|$))/;

/**
 * Reads a lessons folder as a course; one elsewhere may start from this repository's templates, as it may on the page.
 * A file that is far too large is cut off; the linter then names its size.
 */
export function readLessons(folder = LESSONS): Course {
	const files = textsIn(folder);
	if (folder === LESSONS) return new Course(files);
	const templates = Object.entries(textsIn(LESSONS)).filter(([path]) => path.startsWith('templates/'));
	return new Course(withTemplates(files, Object.fromEntries(templates)));
}

function textsIn(folder: string): CourseFiles {
	const files: Record<string, string> = {};
	for (const path of filesIn(folder)) {
		const name = relative(folder, path).split(sep).join('/');
		if (ASIDE.test(name)) continue;
		const { size } = statSync(path);
		files[name] = size > 4 * MOST_CHARACTERS ? ' '.repeat(size) : readFileSync(path, 'utf8');
	}
	return files;
}

function filesIn(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}
