import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { newLesson } from '../../lib/lesson/new-lesson.ts';
import { readLessons } from './read-lessons.ts';

it('a new lesson in a folder elsewhere starts from the templates of this repository', () => {
	const folder = mkdtempSync(join(tmpdir(), 'lessons-'));
	const files: [string, string][] = Object.entries(newLesson('mine')).map(([path, text]) => [`mine/${path}`, text]);
	files.push(['course.yml', 'title: T\nsummary: S\nparts: [{ title: P, lessons: [mine] }]\n']);
	for (const [path, text] of files) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	const course = readLessons(folder);
	expect(course.problems).toEqual([]);
	expect(Object.keys(course.lesson('mine').start.project).sort()).toEqual(['settings.py', 'urls.py', 'views.py']);
});
