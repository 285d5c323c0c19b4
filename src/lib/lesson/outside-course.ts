import { Course, type CourseFiles } from './course.ts';
import type { Lesson } from './lesson.ts';
import { findBrokenReferences } from './lint/references.ts';
import type { Problem } from './problem.ts';
import { courseSchema } from './schema/files.ts';
import { readYaml } from './yaml-source.ts';

/** A lesson of a course that came from outside: it plays, or it says what is wrong with it. */
export interface OutsideLesson {
	readonly slug: string;
	/** `null`: it cannot be read, and its problems say why. */
	readonly lesson: Lesson | null;
	/** What the check without playing finds; of a lesson that plays, too. */
	readonly problems: readonly Problem[];
}

/** A course that came from outside, as plain values. */
export interface OutsideCourse {
	readonly title: string;
	readonly summary: string;
	readonly parts: readonly { readonly title: string; readonly lessons: readonly OutsideLesson[] }[];
	/** What is wrong with course.yml. */
	readonly problems: readonly Problem[];
}

/**
 * Reads all lessons of a course that is not this site's.
 * @param templates this site's projects to start from, by their path below the lessons folder; the course's own of the
 *   same name are taken before them
 */
export function readOutsideCourse(files: CourseFiles, templates: CourseFiles): OutsideCourse {
	const course = new Course(withTemplates(files, templates));
	const parts = course.parts.map(({ title, lessons }) => ({
		title,
		lessons: [...new Set(lessons)].map((slug) => readLesson(course, slug))
	}));
	return { title: course.title, summary: course.summary, parts, problems: course.problems };
}

/** The files of a course, with the templates that it does not bring itself. */
export function withTemplates(files: CourseFiles, templates: CourseFiles): CourseFiles {
	const folder = (path: string) => path.split('/').slice(0, 2).join('/');
	const own = new Set(Object.keys(files).map(folder));
	const lent = Object.entries(templates).filter(([path]) => !own.has(folder(path)));
	return { ...Object.fromEntries(lent), ...files };
}

/** The files that a course.yml lists under `files`; none when it lists none or cannot be read. */
export function listedFiles(text: string): readonly string[] {
	const read = readYaml(courseSchema, { file: 'course.yml', text, firstLine: 1 });
	return read.ok ? read.value.files : [];
}

function readLesson(course: Course, slug: string): OutsideLesson {
	const read = course.read(slug);
	if ('lesson' in read) return { slug, lesson: read.lesson, problems: findBrokenReferences(read) };
	return { slug, lesson: null, problems: read };
}
