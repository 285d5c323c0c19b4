import type { ProjectFiles } from '../django/server.ts';
import { linkedTerms, unknownTerms, type Glossary } from './glossary.ts';
import { parseInstant } from '../time/instant.ts';
import type { Lesson, Stage, WrongPath } from './lesson.ts';
import { nearestName } from './nearest.ts';
import { fileProblem, type Problem } from './problem.ts';
import { readProse, type Prose } from './prose.ts';
import {
	frontMatterSchema,
	scenarioSchema,
	walkthroughSchema,
	wrongPathSchema,
	type ScenarioFile,
	type WalkthroughFile
} from './schema/files.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** A lesson's folder: its name, and its files by path inside the folder. */
export interface LessonFolder {
	readonly slug: string;
	readonly files: Readonly<Record<string, string>>;
}

/** The parts of a lesson with the places they came from; the linter points at them. */
export interface ParsedLesson {
	readonly lesson: Lesson;
	readonly prose: Prose;
	readonly scenario: YamlSource | null;
	readonly walkthrough: YamlSource | null;
	readonly wrong: ReadonlyMap<string, YamlSource>;
}

export type ParseOutcome =
	| { readonly ok: true; readonly parsed: ParsedLesson }
	| { readonly ok: false; readonly problems: readonly Problem[] };

const KNOWN_FILES =
	/^(?:lesson\.md|scenario\.yml|walkthrough\.yml|wrong\/[\w-]+\.yml|(?:project|solution)\/.+)$/;

const NO_WORDS: Glossary = { terms: new Map(), problems: [] };

/** The files that no lesson can be without. */
const NEEDED_FILES = ['lesson.md', 'scenario.yml', 'walkthrough.yml'];

/**
 * Reads a lesson's folder strictly.
 * @param base the files that the project starts from (its scenario's `from`), without `project/`
 * @param glossary the words that its text may link
 */
export function parseLesson(
	folder: LessonFolder,
	base: ProjectFiles = {},
	glossary: Glossary = NO_WORDS
): ParseOutcome {
	const problems: Problem[] = [];
	const reader = new FolderReader(folder, problems);
	const head = reader.frontMatter();
	const prose = readProse(reader.path('lesson.md'), head.body, head.bodyLine);
	// Without its front matter the text cannot be told from it; what else is wrong shows when that is mended.
	if (head.found) problems.push(...prose.problems);
	const scenario = reader.scenario();
	const walkthrough = reader.walkthrough();
	const wrong = reader.wrong();
	reader.strangers();
	const text = folder.files['lesson.md'] ?? '';
	problems.push(...unknownTerms(reader.path('lesson.md'), text, glossary));
	if (problems.length > 0 || !head.value || !scenario || !walkthrough || prose.remember === null) {
		return { ok: false, problems };
	}
	const project = { ...base, ...reader.under('project/') };
	const lesson: Lesson = {
		slug: folder.slug,
		...head.value,
		intro: prose.intro,
		steps: prose.steps,
		remember: prose.remember,
		start: worldStart(folder.slug, scenario.value, project),
		setup: scenario.value.setup,
		solution: reader.under('solution/'),
		observe: scenario.value.observe,
		stage: stageOf(scenario.value),
		walkthrough: inOrder(walkthrough.value, prose),
		wrong: wrong.map(({ path }) => path),
		terms: linkedTerms(text).flatMap((id) => glossary.terms.get(id) ?? [])
	};
	const sources = new Map(wrong.map(({ path, source }) => [path.name, source]));
	return {
		ok: true,
		parsed: { lesson, prose, scenario: scenario.source, walkthrough: walkthrough.source, wrong: sources }
	};
}

/** The `from` of a folder's scenario.yml, with its place; `null` without one. */
export function baseOf(folder: LessonFolder): { name: string; source: YamlSource } | null {
	const scenario = new FolderReader(folder, []).scenario();
	return scenario?.value.from === undefined ? null : { name: scenario.value.from, source: scenario.source };
}

/** The files under a folder of a lesson, by their path inside it. */
export function filesUnder(folder: LessonFolder, prefix: string): ProjectFiles {
	const inside = Object.entries(folder.files).filter(([path]) => path.startsWith(prefix));
	return Object.fromEntries(inside.map(([path, text]) => [path.slice(prefix.length), text]));
}

class FolderReader {
	readonly #folder: LessonFolder;
	readonly #problems: Problem[];

	constructor(folder: LessonFolder, problems: Problem[]) {
		this.#folder = folder;
		this.#problems = problems;
	}

	path(name: string): string {
		return `${this.#folder.slug}/${name}`;
	}

	under(prefix: string): ProjectFiles {
		return filesUnder(this.#folder, prefix);
	}

	frontMatter() {
		const file = this.path('lesson.md');
		const text = this.#folder.files['lesson.md'];
		const none = { found: false, value: null, body: '', bodyLine: 1 };
		if (text === undefined) {
			this.#missing('lesson.md');
			return none;
		}
		const match = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
		if (match?.index !== 0) {
			this.#problems.push(fileProblem(file, 'A lesson begins with front matter between two lines of ---'));
			return none;
		}
		const read = readYaml(frontMatterSchema, { file, text: match[1] ?? '', firstLine: 2 });
		if (!read.ok) this.#problems.push(...read.problems);
		const bodyLine = match[0].split('\n').length;
		return { found: true, value: read.ok ? read.value : null, body: text.slice(match[0].length), bodyLine };
	}

	scenario(): { value: ScenarioFile; source: YamlSource } | null {
		return this.#yaml(scenarioSchema, 'scenario.yml');
	}

	walkthrough(): { value: WalkthroughFile; source: YamlSource } | null {
		return this.#yaml(walkthroughSchema, 'walkthrough.yml');
	}

	wrong(): { path: WrongPath; source: YamlSource }[] {
		return Object.keys(this.under('wrong/'))
			.sort()
			.flatMap((name) => {
				const read = this.#yaml(wrongPathSchema, `wrong/${name}`);
				return read
					? [{ path: { name: name.replace(/\.yml$/, ''), ...read.value }, source: read.source }]
					: [];
			});
	}

	/** Files that no lesson has: a typo in a name must not pass unseen. */
	strangers(): void {
		for (const name of Object.keys(this.#folder.files)) {
			if (KNOWN_FILES.test(name)) continue;
			const near = nearestName(name, NEEDED_FILES);
			const known = 'Known: lesson.md, scenario.yml, walkthrough.yml, wrong/*.yml, project/ and solution/';
			const advice = near ? `; did you mean "${near}"?` : `. ${known}`;
			this.#problems.push(fileProblem(this.path(name), `No lesson has such a file${advice}`));
		}
	}

	/** A needed file that is not there; where a stranger has nearly its name, that one is told instead. */
	#missing(name: string): void {
		const strangers = Object.keys(this.#folder.files).filter((path) => !KNOWN_FILES.test(path));
		if (strangers.some((path) => nearestName(path, NEEDED_FILES) === name)) return;
		this.#problems.push(fileProblem(this.path(name), 'This file is missing; every lesson has one'));
	}

	#yaml<Schema extends Parameters<typeof readYaml>[0]>(schema: Schema, name: string) {
		const file = this.path(name);
		const text = this.#folder.files[name];
		if (text === undefined) {
			this.#missing(name);
			return null;
		}
		const read = readYaml<Schema>(schema, { file, text, firstLine: 1 });
		if (read.ok) return read;
		this.#problems.push(...read.problems);
		return null;
	}
}

function worldStart(slug: string, scenario: ScenarioFile, project: ProjectFiles): Lesson['start'] {
	const { django, now, origin, sessionKeys } = scenario;
	return { django, now: parseInstant(now), project, origin, sessionKeys, seed: slug };
}

function stageOf({ address, open, editable, panels, locked, unlocks }: ScenarioFile): Stage {
	return { address, open, editable: editable.length ? editable : [open], panels, locked, unlocks };
}

/** The walkthrough in the order of the steps; entries of unknown steps come last, for the linter to find. */
function inOrder(walkthrough: WalkthroughFile, { steps }: Prose): WalkthroughFile {
	const known = steps.filter(({ id }) => id in walkthrough).map(({ id }) => [id, walkthrough[id] ?? []]);
	return { ...(Object.fromEntries(known) as WalkthroughFile), ...walkthrough };
}
