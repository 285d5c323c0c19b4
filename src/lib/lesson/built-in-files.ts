import type { CourseFiles } from './course.ts';

const ROOT = '/lessons/';

const FILES = import.meta.glob<string>(['/lessons/**/*', '!/lessons/README.md', '!/lessons/schema/**'], {
	query: '?raw',
	import: 'default',
	eager: true,
	exhaustive: false
});

/**
 * Every text of the lessons folder, put into the bundle by Vite. It is large: import it from `+page.server.ts`, or late.
 */
export const BUILT_IN_FILES: CourseFiles = Object.fromEntries(
	Object.entries(FILES).map(([path, text]) => [path.slice(ROOT.length), text])
);
