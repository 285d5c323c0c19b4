import { listLessons, loadLesson } from '$lib/lesson/built-in-course.ts';

/** The list of lessons, and the project that the small stage plays. */
export function load() {
	const lessons = listLessons();
	const first = loadLesson(lessons[0]?.slug ?? '');
	if (!first) throw new Error('The course has no lessons');
	const { start, setup, solution, stage } = first;
	const project = { ...start.project, 'settings.py': twoMiddlewares(start.project['settings.py'] ?? '') };
	return { lessons, opening: { start: { ...start, project }, setup, solution }, address: stage.address };
}

/** The settings with only the two middlewares that a first look needs. */
function twoMiddlewares(settings: string): string {
	const others = /^\s*'django\.(?!contrib\.sessions\.|middleware\.common\.)[\w.]*Middleware',\n/gm;
	return settings.replace(others, '');
}
