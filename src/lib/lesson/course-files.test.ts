import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { COURSE_LIMITS, readCourseFiles, type FoundFile } from './course-files.ts';
import { readZip } from './course-zip.ts';

const found = (files: Readonly<Record<string, string>>): FoundFile[] =>
	Object.entries(files).map(([path, text]) => ({ path, bytes: strToU8(text) }));

const zip = (files: Readonly<Record<string, string | Uint8Array>>) =>
	zipSync(
		Object.fromEntries(
			Object.entries(files).map(([path, body]) => [path, typeof body === 'string' ? strToU8(body) : body])
		) satisfies Zippable
	);

describe('readCourseFiles', () => {
	const course = { 'course.yml': 'title: T', 'one/lesson.md': '# One' };

	it.each([
		['a course as it is', course, course],
		[
			'folders around everything are taken off',
			{ 'a/b/course.yml': 'title: T', 'a/b/one/lesson.md': '# One' },
			course
		],
		['backslashes and ./', { './course.yml': 'title: T', 'one\\lesson.md': '# One' }, course],
		[
			'junk and what lies beside',
			{
				...course,
				'__MACOSX/course.yml': 'x',
				'one/.DS_Store': 'x',
				'.git/config': 'x',
				'one/project/__pycache__/views.cpython-314.pyc': 'x',
				'README.md': 'x',
				'schema/check.json': '{}'
			},
			course
		],
		[
			'a name of JavaScript',
			{ ...course, '__proto__/lesson.md': 'x' },
			{ ...course, ['__proto__/lesson.md']: 'x' }
		]
	])('%s', (_, files, expected) => {
		expect(readCourseFiles(found(files))).toEqual({ ok: true, files: expected, problems: [] });
	});

	it.each([
		['one lesson by itself', { 'lesson.md': 'x', 'project/views.py': 'y' }, 'lesson'],
		['one lesson in its folder', { 'cart/lesson.md': 'x', 'cart/project/views.py': 'y' }, 'cart']
	])('makes a course around %s', (_, files, slug) => {
		const read = readCourseFiles(found(files));
		expect(read).toEqual({
			ok: true,
			files: {
				'course.yml': `title: A lesson without a course\nsummary: No course.yml came with this.\nparts:\n  - title: Lessons\n    lessons:\n      - "${slug}"\n`,
				[`${slug}/lesson.md`]: 'x',
				[`${slug}/project/views.py`]: 'y'
			},
			problems: []
		});
	});

	it('says which file is no text', () => {
		const read = readCourseFiles([
			...found(course),
			{ path: 'one/project/logo.png', bytes: Uint8Array.of(0x89, 0x50, 0xff) }
		]);
		const problem = {
			file: 'one/project/logo.png',
			line: 1,
			column: 1,
			field: '',
			message: 'This file is no text in UTF-8'
		};
		expect(read).toEqual({ ok: true, files: course, problems: [problem] });
	});

	it.each([
		[
			'a path that leads out',
			{ ...course, 'one/../../evil.md': 'x' },
			'The name "one/../../evil.md" leads out of the course, so nothing of it is taken.'
		],
		['a drive', { 'C:\\x': 'x' }, 'The name "C:/x" leads out of the course, so nothing of it is taken.'],
		['the same file twice', { ...course, './course.yml': 'x' }, 'The file course.yml is there twice.'],
		[
			'nothing of a course',
			{ 'notes.txt': 'x' },
			'There is no course here: neither a course.yml nor a lesson.md.'
		],
		['nothing at all', {}, 'There is no course here: neither a course.yml nor a lesson.md.']
	])('refuses %s', (_, files, refusal) => {
		expect(readCourseFiles(found(files))).toEqual({ ok: false, refusal });
	});

	it('refuses too many files', () => {
		const many = Array.from(
			{ length: COURSE_LIMITS.files + 1 },
			(_, at) => [`one/project/${at}.py`, ''] as const
		);
		expect(readCourseFiles(found(Object.fromEntries(many)))).toEqual({
			ok: false,
			refusal: 'There are more than 1000 files; a course has at most that many.'
		});
	});
});

describe('readZip', () => {
	it('gives the files of a zip, packed or not', () => {
		const bytes = zipSync({
			'course.yml': strToU8('title: T'),
			'one/lesson.md': [strToU8('# One'), { level: 0 }]
		});
		expect(readZip(bytes)).toEqual({
			ok: true,
			files: found({ 'course.yml': 'title: T', 'one/lesson.md': '# One' })
		});
	});

	const megabytes = (count: number) => new Uint8Array(count * 1024 * 1024);

	it.each([
		['no zip', strToU8('title: T'), 'This file is no zip.'],
		['a zip that is too large', megabytes(9), 'The zip has more than 8 MB; a course is much smaller.'],
		[
			'a file that grows to 60 MB',
			zip({ 'one/lesson.md': megabytes(60) }),
			'one/lesson.md is larger than 1 MB; a file of a lesson has at most 256 KB.'
		],
		[
			'files that grow to 12 MB together',
			zip(Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.md`, megabytes(1)]))),
			'The files have more than 8 MB together; a course has at most that much.'
		],
		[
			'too many files',
			zip(Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`${at}.md`, 'x']))),
			'There are more than 1000 files; a course has at most that many.'
		],
		[
			'a zip cut off in a file',
			zip({ 'lesson.md': Uint8Array.from({ length: 9000 }, (_, at) => (at ** 3 * 31) % 251) }).subarray(
				0,
				400
			),
			'The zip is damaged: its end is missing.'
		],
		['garbage behind the first file’s head', damaged(), 'The zip is damaged: lesson.md cannot be unpacked.']
	])('refuses %s', (_, bytes, refusal) => {
		expect(readZip(bytes)).toEqual({ ok: false, refusal });
	});

	it('does not believe the sizes that a zip names', () => {
		const bytes = zip({ 'lesson.md': megabytes(5) });
		new DataView(bytes.buffer, bytes.byteOffset).setUint32(22, 10, true);
		expect(readZip(bytes)).toEqual({
			ok: false,
			refusal: 'lesson.md is larger than 1 MB; a file of a lesson has at most 256 KB.'
		});
	});
});

/** A zip whose packed bytes are no deflate. */
function damaged(): Uint8Array {
	const bytes = zip({ 'lesson.md': 'a'.repeat(500) });
	return bytes.fill(0xff, 30 + 'lesson.md'.length, 30 + 'lesson.md'.length + 4);
}
