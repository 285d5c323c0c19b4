import { listLessons, loadLesson } from '$lib/lesson/built-in-course.ts';

/** The list of lessons, and the project that the small stage plays. */
export function load() {
	const lessons = listLessons();
	const first = loadLesson(lessons[0]?.slug ?? '');
	if (!first) throw new Error('The course has no lessons');
	const { start, setup, solution, stage } = first;
	return { lessons, opening: { start, setup, solution }, address: stage.address };
}
