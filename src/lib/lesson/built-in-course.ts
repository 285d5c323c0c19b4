import { Course } from './course.ts';
import type { GlossaryTerm, Lesson, LessonSummary } from './lesson.ts';
import { formatProblem } from './problem.ts';

const ROOT = '/lessons/';

/** Every text of the lessons folder, put into the bundle by Vite. Import this from `+page.server.ts` only. */
const FILES = import.meta.glob<string>(['/lessons/**/*', '!/lessons/README.md', '!/lessons/schema/**'], {
	query: '?raw',
	import: 'default',
	eager: true,
	exhaustive: false
});

const course = new Course(
	Object.fromEntries(Object.entries(FILES).map(([path, text]) => [path.slice(ROOT.length), text]))
);

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
