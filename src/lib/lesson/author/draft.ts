import { Course, type CourseFiles } from '../course.ts';
import { findBrokenReferences } from '../lint/references.ts';
import type { ParsedLesson } from '../parse.ts';
import { baseOf, filesUnder } from '../parse.ts';
import type { Problem } from '../problem.ts';
import { withTemplates } from '../outside-course.ts';

/** A lesson that is being written: its name, its files by their path in its folder, and the course around it. */
export interface DraftFiles {
	readonly slug: string;
	readonly files: CourseFiles;
	/** The other lessons and templates, by their path in the course. */
	readonly around: CourseFiles;
}

/** What the check without playing says of a draft. */
export interface DraftReading {
	/** `null` when it cannot be read. */
	readonly parsed: ParsedLesson | null;
	readonly problems: readonly Problem[];
}

/** Reads a draft as its course would. @param site this site's lessons and templates */
export function readDraft(draft: DraftFiles, site: CourseFiles): DraftReading {
	const read = courseOf(draft, site).read(draft.slug);
	if ('lesson' in read) return { parsed: read, problems: findBrokenReferences(read) };
	return { parsed: null, problems: read };
}

/** The files of a course with the draft as its only lesson, and with what it starts `from`. */
export function exportedFiles(draft: DraftFiles, site: CourseFiles): CourseFiles {
	const all = { ...allFiles(draft, site), ...inFolder(draft.slug, draft.files) };
	const slugs = [draft.slug];
	for (let from = baseName(draft.slug, all); from !== null; from = baseName(from, all)) {
		if (slugs.includes(from) || !(`${from}/lesson.md` in all)) break;
		slugs.unshift(from);
	}
	const kept = slugs.flatMap((slug) => Object.entries(all).filter(([path]) => path.startsWith(`${slug}/`)));
	const own = Object.entries(draft.around).filter(([path]) => path.startsWith('templates/'));
	return { 'course.yml': courseFile(slugs), ...Object.fromEntries([...own, ...kept]) };
}

function courseOf(draft: DraftFiles, site: CourseFiles): Course {
	return new Course({
		...allFiles(draft, site),
		...inFolder(draft.slug, draft.files),
		'course.yml': courseFile([draft.slug])
	});
}

/** All files around the draft; those in its own folder are its own alone. */
function allFiles({ slug, around }: DraftFiles, site: CourseFiles): CourseFiles {
	const files = Object.entries(withTemplates(around, site));
	return Object.fromEntries(files.filter(([path]) => !path.startsWith(`${slug}/`)));
}

function inFolder(slug: string, files: CourseFiles): CourseFiles {
	return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${slug}/${path}`, text]));
}

function baseName(slug: string, files: CourseFiles): string | null {
	return baseOf({ slug, files: filesUnder({ slug: '', files }, `${slug}/`) })?.name ?? null;
}

function courseFile(slugs: readonly string[]): string {
	const list = slugs.map((slug) => `      - ${slug}\n`).join('');
	return `title: A draft\nsummary: Written in the authors' workbench.\nparts:\n  - title: Lessons\n    lessons:\n${list}`;
}
