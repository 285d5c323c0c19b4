import { BUILT_IN_TEMPLATES } from '../lesson/built-in-templates.ts';
import type { CourseFilesRead } from '../lesson/course-files.ts';
import { readOutsideCourse, type OutsideCourse } from '../lesson/outside-course.ts';
import { shelvedCourse } from './course-shelf.ts';
import { fetchCourse } from './fetch-course.ts';

/** A course from outside, or in one sentence why there is none. */
export type OpenedCourse =
	{ readonly ok: true; readonly course: OutsideCourse } | { readonly ok: false; readonly refusal: string };

/**
 * The course that a page's address names, or else the one that was opened last.
 * @param wanted the path of a course beside the site, or `null`
 * @param root the address of the site's first page
 */
export async function openCourse(wanted: string | null, root: string): Promise<OpenedCourse> {
	if (wanted !== null) return opened(await fetchCourse(wanted, root));
	const files = await shelvedCourse();
	if (!files) return { ok: false, refusal: 'No course is open in this browser.' };
	return opened({ ok: true, files, problems: [] });
}

function opened(read: CourseFilesRead): OpenedCourse {
	if (!read.ok) return read;
	const course = readOutsideCourse(read.files, BUILT_IN_TEMPLATES);
	return { ok: true, course: { ...course, problems: [...read.problems, ...course.problems] } };
}
