import { listLessons, listTerms } from '$lib/lesson/built-in-course.ts';

/** The words of the course, and the titles of the lessons that show them. */
export function load() {
	const titles = Object.fromEntries(listLessons().map(({ slug, title }) => [slug, title]));
	return { terms: listTerms(), titles };
}
