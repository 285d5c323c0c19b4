import { MOST_CHARACTERS, type CourseFiles } from './course.ts';
import { fileProblem, type Problem } from './problem.ts';

/** What a course from outside may have at most. A lesson of this site has about twenty files and 30 KB. */
export const COURSE_LIMITS = {
	files: 1000,
	/** Bytes of one file, unpacked. What is longer than a lesson's file may be is named by the linter. */
	fileBytes: 4 * MOST_CHARACTERS,
	/** Bytes of all files, unpacked. */
	bytes: 8 * 1024 * 1024,
	/** Bytes of a zip as it comes. */
	zipBytes: 8 * 1024 * 1024
} as const;

/** A file as it was found: its path with "/" between the parts. */
export interface FoundFile {
	readonly path: string;
	readonly bytes: Uint8Array;
}

/** The files of a course, or in one sentence why they are not taken. */
export type CourseFilesRead =
	| { readonly ok: true; readonly files: CourseFiles; readonly problems: readonly Problem[] }
	| { readonly ok: false; readonly refusal: string };

/** What systems and tools leave beside one's own files. */
const JUNK =
	/(?:^|\/)(?:__MACOSX|__pycache__|node_modules|\.[^/]*|Thumbs\.db|desktop\.ini)(?:\/|$)|\.pyc$|(?:^|\/)$/i;

/** What may lie beside the lessons and is no part of them. */
const ASIDE = /^(?:README\.md|LICENSE(?:\.\w+)?|schema\/.*)$/i;

/** Whether a file is left over by a system or a tool, and is no part of any course. */
export function isJunk(path: string): boolean {
	return JUNK.test(path);
}

/**
 * The texts of a course from the files of a zip or a folder: junk is left out, a folder around everything is taken
 * off, and a single lesson is made a course of one. Files that are no text are problems.
 */
export function readCourseFiles(found: readonly FoundFile[]): CourseFilesRead {
	const tidied = found.map(({ path, bytes }) => ({ path: tidy(path), bytes }));
	const own = tidied.filter(({ path }) => !isJunk(path));
	const sizes = own.map(({ path, bytes }) => ({ path, size: bytes.length }));
	const refusal = overLimits(sizes) ?? badPath(tidied);
	if (refusal !== null) return { ok: false, refusal };
	const bare = withoutTopFolder(own).filter(({ path }) => !ASIDE.test(path));
	const problems: Problem[] = [];
	const texts = bare.flatMap(({ path, bytes }) => {
		const text = decode(bytes);
		if (text === null) problems.push(fileProblem(path, 'This file is no text in UTF-8'));
		return text === null ? [] : [[path, text] as const];
	});
	const files = asCourse(Object.fromEntries(texts));
	if (files === null) {
		return { ok: false, refusal: 'There is no course here: neither a course.yml nor a lesson.md.' };
	}
	return { ok: true, files, problems };
}

/** Why so many or such large files are not taken; `null` when they are. */
export function overLimits(
	files: readonly { readonly path: string; readonly size: number }[]
): string | null {
	if (files.length > COURSE_LIMITS.files) {
		return `There are more than ${COURSE_LIMITS.files} files; a course has at most that many.`;
	}
	const large = files.find(({ size }) => size > COURSE_LIMITS.fileBytes);
	if (large) return tooLargeFile(large.path);
	const sum = files.reduce((bytes, { size }) => bytes + size, 0);
	return sum > COURSE_LIMITS.bytes ? tooLargeCourse() : null;
}

export function tooLargeFile(path: string): string {
	return `${path} is larger than ${COURSE_LIMITS.fileBytes / 1024 / 1024} MB; a file of a lesson has at most ${MOST_CHARACTERS / 1024} KB.`;
}

export function tooLargeCourse(): string {
	return `The files have more than ${COURSE_LIMITS.bytes / 1024 / 1024} MB together; a course has at most that much.`;
}

function tidy(path: string): string {
	return path.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');
}

function badPath(files: readonly FoundFile[]): string | null {
	const seen = new Set<string>();
	for (const { path } of files) {
		const odd =
			/^[a-z]:/i.test(path) || /\p{Cc}/u.test(path) || path.split('/').some((part) => part === '..');
		if (odd) return `The name ${JSON.stringify(path)} leads out of the course, so nothing of it is taken.`;
		if (seen.has(path)) return `The file ${path} is there twice.`;
		seen.add(path);
	}
	return null;
}

/** Takes off the folders that everything lies in, as long as the course does not begin. */
function withoutTopFolder(files: readonly FoundFile[]): readonly FoundFile[] {
	const paths = files.map(({ path }) => path);
	if (paths.includes('course.yml')) return files;
	const prefix = /^[^/]+\//.exec(paths[0] ?? '')?.[0];
	if (
		prefix === undefined ||
		!paths.every((path) => path.startsWith(prefix)) ||
		paths.includes(`${prefix}lesson.md`)
	)
		return files;
	return withoutTopFolder(files.map(({ path, bytes }) => ({ path: path.slice(prefix.length), bytes })));
}

function decode(bytes: Uint8Array): string | null {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return text.includes('\0') ? null : text;
	} catch {
		return null;
	}
}

/** A course as it is, or one made around lessons that have none. */
function asCourse(files: CourseFiles): CourseFiles | null {
	if ('course.yml' in files) return files;
	const own = 'lesson.md' in files ? inFolder(files) : files;
	const slugs = Object.keys(own)
		.filter((path) => /^[^/]+\/lesson\.md$/.test(path))
		.map((path) => path.slice(0, -'/lesson.md'.length))
		.sort();
	return slugs.length === 0 ? null : { ...own, 'course.yml': courseFileFor(slugs) };
}

function inFolder(files: CourseFiles): CourseFiles {
	return Object.fromEntries(Object.entries(files).map(([path, text]) => [`lesson/${path}`, text]));
}

function courseFileFor(slugs: readonly string[]): string {
	const list = slugs.map((slug) => `      - ${JSON.stringify(slug)}\n`).join('');
	const many = slugs.length === 1 ? 'A lesson' : 'Lessons';
	return `title: ${many} without a course\nsummary: No course.yml came with this.\nparts:\n  - title: Lessons\n    lessons:\n${list}`;
}
