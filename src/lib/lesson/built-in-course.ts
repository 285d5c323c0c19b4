import { BUILT_IN_FILES } from './built-in-files.ts';
import { Course } from './course.ts';
import type { GlossaryTerm, Lesson, LessonSummary } from './lesson.ts';
import { formatProblem } from './problem.ts';

const course = new Course(BUILT_IN_FILES);

/** The lessons of the site in their order. @throws Error naming file and line when one has a problem */
export function listLessons(): LessonSummary[] {
	return course.list();
}

/** One lesson of the site, as plain values; `null` when there is none of that name. */
export function loadLesson(slug: string): Lesson | null {
	return course.slugs.includes(slug) ? course.lesson(slug) : null;
}

/** The words of the glossary. @throws Error naming file and line when course or glossary has a problem */
export function listTerms(): readonly GlossaryTerm[] {
	const [problem] = course.problems;
	if (problem) throw new Error(formatProblem(problem));
	return course.terms;
}
