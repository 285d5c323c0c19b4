import type { ProjectFiles } from '../django/server.ts';
import { readGlossary, unlinkedTerms, type Glossary } from './glossary.ts';
import type { GlossaryTerm, Lesson, LessonSummary } from './lesson.ts';
import { nearestName } from './nearest.ts';
import { baseOf, filesUnder, parseLesson, type LessonFolder, type ParsedLesson } from './parse.ts';
import { fileProblem, type Problem } from './problem.ts';
import { courseSchema, type CourseFile } from './schema/files.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** A file of a lesson has at most so many characters. */
export const MOST_CHARACTERS = 256 * 1024;

/** The texts below the lessons folder, by their path: "course.yml", "01-the-server-remembers/lesson.md". */
export type CourseFiles = Readonly<Record<string, string>>;

/** A course: what course.yml says, and a way to each lesson. */
export class Course {
	readonly title: string;
	readonly summary: string;
	readonly parts: CourseFile['parts'];
	/** What is wrong with course.yml itself. */
	readonly problems: readonly Problem[];
	/** What is no fault and still worth a look. */
	readonly warnings: readonly Problem[];
	readonly #glossary: Glossary;
	readonly #files: CourseFiles;
	readonly #parsed = new Map<string, ParsedLesson | readonly Problem[]>();

	constructor(files: CourseFiles) {
		this.#files = files;
		const { file, problems } = readCourseFile(files);
		this.title = file.title;
		this.summary = file.summary;
		this.parts = file.parts;
		this.#glossary = readGlossary(files['glossary.yml'], this.slugs);
		this.problems = [...problems, ...this.#glossary.problems];
		const texts = Object.entries(files).filter(([path]) => path.endsWith('/lesson.md'));
		const unlinked = unlinkedTerms(
			this.#glossary,
			texts.map(([, text]) => text)
		);
		this.warnings = unlinked.map((id) => fileProblem('glossary.yml', `no lesson links the word "${id}"`));
	}

	/** The lessons in their order. */
	get slugs(): readonly string[] {
		return this.parts.flatMap(({ lessons }) => lessons);
	}

	/** The words of glossary.yml in their order. */
	get terms(): readonly GlossaryTerm[] {
		return [...this.#glossary.terms.values()];
	}

	/** A lesson with the places of its parts, or what is wrong with it. */
	read(slug: string): ParsedLesson | readonly Problem[] {
		let known = this.#parsed.get(slug);
		if (!known) {
			known = this.#parse(slug);
			this.#parsed.set(slug, known);
		}
		return known;
	}

	/** A lesson. @throws Error naming file, line and column when it has problems */
	lesson(slug: string): Lesson {
		const read = this.read(slug);
		if ('lesson' in read) return read.lesson;
		const [first] = read;
		throw new Error(
			first ? `${first.file}:${first.line}:${first.column} ${first.message}` : `No lesson ${slug}`
		);
	}

	/** The list of lessons, as the home page shows it. */
	list(): LessonSummary[] {
		let number = 0;
		return this.parts.flatMap(({ title: part, lessons }) =>
			lessons.map((slug) => {
				const { title, summary, minutes, steps } = this.lesson(slug);
				return {
					slug,
					title,
					summary,
					minutes,
					number: number++,
					part,
					steps: steps.map((step) => ({ id: step.id, title: step.title }))
				};
			})
		);
	}

	#parse(slug: string): ParsedLesson | readonly Problem[] {
		const folder = this.#folder(slug);
		const heavy = Object.entries(folder.files).filter(([, text]) => text.length > MOST_CHARACTERS);
		if (heavy.length > 0) return heavy.map(([path, { length }]) => tooLarge(`${slug}/${path}`, length));
		const base = this.#base(folder, [slug]);
		if ('problem' in base) return [base.problem];
		const outcome = parseLesson(folder, base.files, this.#glossary);
		return outcome.ok ? outcome.parsed : outcome.problems;
	}

	/** The files that a lesson's `from` brings, and what that one comes from, and so on. */
	#base(folder: LessonFolder, seen: readonly string[]): { files: ProjectFiles } | { problem: Problem } {
		const from = baseOf(folder);
		if (!from) return { files: {} };
		const template = this.#folder(`templates/${from.name}`);
		if (Object.keys(template.files).length > 0) return { files: template.files };
		if (seen.includes(from.name)) {
			const circle = [...seen, from.name].join(' → ');
			return { problem: from.source.problem(['from'], `goes round in a circle: ${circle}`) };
		}
		const earlier = this.#folder(from.name);
		if (Object.keys(earlier.files).length === 0) return { problem: this.#unknownBase(from) };
		const base = this.#base(earlier, [...seen, from.name]);
		if ('problem' in base) return base;
		const own = { ...filesUnder(earlier, 'project/'), ...filesUnder(earlier, 'solution/') };
		return { files: { ...base.files, ...own } };
	}

	#unknownBase({ name, source }: { name: string; source: YamlSource }): Problem {
		const templates = Object.keys(this.#files)
			.filter((path) => path.startsWith('templates/'))
			.map((path) => path.split('/')[1] ?? '');
		const known = [...new Set(templates), ...this.slugs];
		const near = nearestName(name, known);
		const advice = near ? `; did you mean "${near}"?` : `. Known: ${known.join(', ')}`;
		return source.problem(['from'], `neither a template nor a lesson: "${name}"${advice}`);
	}

	#folder(slug: string): LessonFolder {
		return { slug, files: filesUnder({ slug: '', files: this.#files }, `${slug}/`) };
	}
}

function readCourseFile(files: CourseFiles): { file: CourseFile; problems: Problem[] } {
	const none: CourseFile = { title: '', summary: '', parts: [], files: [] };
	const text = files['course.yml'];
	if (text === undefined)
		return { file: none, problems: [fileProblem('course.yml', 'This file is missing')] };
	const read = readYaml(courseSchema, { file: 'course.yml', text, firstLine: 1 });
	if (!read.ok) return { file: none, problems: [...read.problems] };
	return { file: read.value, problems: namesOf(read.value, files, read.source) };
}

/** Each lesson is there once, and each folder is in the list. */
function namesOf({ parts }: CourseFile, files: CourseFiles, source: YamlSource): Problem[] {
	const folders = new Set(
		Object.keys(files)
			.filter((path) => /\/(?:lesson\.md|scenario\.yml)$/.test(path))
			.map((path) => path.slice(0, path.lastIndexOf('/')))
	);
	const seen = new Set<string>();
	const meant = new Set<string | null>();
	const problems = parts.flatMap(({ lessons }, part) =>
		lessons.flatMap((slug, index) => {
			const path = ['parts', part, 'lessons', index];
			const twice = seen.has(slug);
			seen.add(slug);
			if (twice) return [source.problem(path, `"${slug}" stands in the course twice`)];
			if (folders.has(slug)) return [];
			const near = nearestName(slug, [...folders]);
			meant.add(near);
			return [source.problem(path, `no folder "${slug}"${near ? `; did you mean "${near}"?` : ''}`)];
		})
	);
	const unlisted = [...folders].filter((slug) => !seen.has(slug) && !meant.has(slug) && !slug.includes('/'));
	return [
		...problems,
		...unlisted.map((slug) => fileProblem('course.yml', `lists no lesson "${slug}", but its folder is there`))
	];
}

function tooLarge(file: string, length: number): Problem {
	const size = (length / 1024 / 1024).toFixed(1);
	return fileProblem(file, `has ${size} MB; a file of a lesson has at most ${MOST_CHARACTERS / 1024} KB`);
}
