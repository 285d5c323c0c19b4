import { loadLesson } from '$lib/lesson/built-in-course.ts';

/** The project that the sandbox begins with: the counter, under the settings of `startproject`. */
export function load() {
	const lesson = loadLesson('01-the-server-remembers');
	if (!lesson) throw new Error('The course has no first walk');
	const { start, setup, solution, stage } = lesson;
	return { opening: { start: { ...start, seed: 'sandbox' }, setup, solution }, address: stage.address };
}
