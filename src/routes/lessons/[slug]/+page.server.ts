import { error } from '@sveltejs/kit';
import { listLessons, loadLesson } from '$lib/lesson/built-in-course.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => listLessons().map(({ slug }) => ({ slug }));

/** A lesson with its place in the course. */
export const load: PageServerLoad = ({ params }) => {
	const lesson = loadLesson(params.slug);
	if (!lesson) error(404, `There is no lesson “${params.slug}”.`);
	const lessons = listLessons();
	const at = lessons.findIndex(({ slug }) => slug === params.slug);
	return {
		lesson,
		number: lessons[at]?.number ?? at,
		previous: lessons[at - 1] ?? null,
		next: lessons[at + 1] ?? null
	};
};
