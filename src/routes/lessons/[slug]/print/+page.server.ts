import { error } from '@sveltejs/kit';
import { listLessons, loadLesson } from '$lib/lesson/built-in-course.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => listLessons().map(({ slug }) => ({ slug }));

/** A lesson as a text to print. */
export const load: PageServerLoad = ({ params }) => {
	const lesson = loadLesson(params.slug);
	if (!lesson) error(404, `There is no lesson “${params.slug}”.`);
	return { lesson };
};
