import { expect, it } from 'vitest';
import { newLesson } from './new-lesson.ts';
import { listedFiles, readOutsideCourse, withTemplates } from './outside-course.ts';

const TEMPLATES = { 'templates/startproject/settings.py': 'DEBUG = True\n' };

const inFolder = (slug: string, files: Readonly<Record<string, string>>) =>
	Object.fromEntries(Object.entries(files).map(([path, text]) => [`${slug}/${path}`, text]));

const course = (lessons: string) =>
	`title: Crumbs\nsummary: S\nparts:\n  - title: One\n    lessons: [${lessons}]\n`;

it('a lesson of a course plays, one with a fault says where, and both leave the other alone', () => {
	const files = {
		'course.yml': course('good, bad, good, lost'),
		...inFolder('good', newLesson('good')),
		...inFolder('bad', { ...newLesson('bad'), 'scenario.yml': 'djanog: 5.2\n' })
	};
	const { title, parts, problems } = readOutsideCourse(files, TEMPLATES);
	const [good, bad, lost] = parts[0]?.lessons ?? [];
	expect({ title, lessons: parts[0]?.lessons.length }).toEqual({ title: 'Crumbs', lessons: 3 });
	expect(good?.lesson?.start.project['settings.py']).toBe('DEBUG = True\n');
	expect(good?.problems).toEqual([]);
	expect(bad?.lesson).toBe(null);
	expect(bad?.problems[0]).toEqual({
		file: 'bad/scenario.yml',
		line: 1,
		column: 1,
		field: 'djanog',
		message: 'unknown key "djanog"; did you mean "django"?'
	});
	expect(lost?.problems[0]?.message).toBe('This file is missing; every lesson has one');
	expect(problems.map(({ line, message }) => ({ line, message }))).toEqual([
		{ line: 5, message: '"good" stands in the course twice' },
		{ line: 5, message: 'no folder "lost"' }
	]);
});

it('a course’s own template comes before the site’s, whole', () => {
	const own = { 'templates/startproject/urls.py': 'urlpatterns = []\n' };
	expect(withTemplates(own, { ...TEMPLATES, 'templates/other/a.py': 'a' })).toEqual({
		...own,
		'templates/other/a.py': 'a'
	});
});

it.each([
	[
		'lists them',
		`${course('a')}files: [a/lesson.md, a/project/views.py]\n`,
		['a/lesson.md', 'a/project/views.py']
	],
	['leads out of the folder', `${course('a')}files: [../secret]\n`, []],
	['cannot be read', 'title: [', []]
])('the files of a course.yml that %s', (_, text, files) => {
	expect(listedFiles(text)).toEqual(files);
});
