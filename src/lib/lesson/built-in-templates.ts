import type { CourseFiles } from './course.ts';

const ROOT = '/lessons/';

const FILES = import.meta.glob<string>('/lessons/templates/**/*', {
	query: '?raw',
	import: 'default',
	eager: true,
	exhaustive: false
});

/** The projects to start from that every course may use, by their path below the lessons folder. */
export const BUILT_IN_TEMPLATES: CourseFiles = Object.fromEntries(
	Object.entries(FILES).map(([path, text]) => [path.slice(ROOT.length), text])
);
