import type { GlossaryTerm } from './lesson.ts';
import { renderInline } from './markdown.ts';
import { nearestName } from './nearest.ts';
import { fileProblem, type Problem } from './problem.ts';
import { glossarySchema } from './schema/files.ts';
import { readYaml } from './yaml-source.ts';

const FILE = 'glossary.yml';
const LINK = /\]\(glossary:([^)\s]*)\)/g;

/** The words of a course, by their ids in the order of glossary.yml, and what is wrong with that file. */
export interface Glossary {
	readonly terms: ReadonlyMap<string, GlossaryTerm>;
	readonly problems: readonly Problem[];
}

/**
 * Reads glossary.yml; a course without one has no words.
 * @param slugs the lessons of the course, which its words may name
 */
export function readGlossary(text: string | undefined, slugs: readonly string[]): Glossary {
	if (text === undefined) return { terms: new Map(), problems: [] };
	const read = readYaml(glossarySchema, { file: FILE, text, firstLine: 1 });
	if (!read.ok) return { terms: new Map(), problems: read.problems };
	const entries = Object.entries(read.value.terms);
	const problems = entries.flatMap(([id, { lesson }]) => {
		if (slugs.includes(lesson)) return [];
		const near = nearestName(lesson, slugs);
		const advice = near ? `; did you mean "${near}"?` : '';
		return [read.source.problem(['terms', id, 'lesson'], `no lesson "${lesson}"${advice}`)];
	});
	const terms = entries.map(([id, { name, is, matters, lesson, read: address }]) => {
		return [
			id,
			{ id, name, is: renderInline(is), matters: renderInline(matters), lesson, read: address }
		] as const;
	});
	return { terms: new Map(terms), problems };
}

/** The ids of the words that a text links, in the order of their first use. */
export function linkedTerms(text: string): string[] {
	return [...new Set([...text.matchAll(LINK)].map(([, id]) => id ?? ''))];
}

/** Links to words that the glossary does not have. */
export function unknownTerms(file: string, text: string, { terms, problems }: Glossary): Problem[] {
	// A glossary that cannot be read is told once, not at each of its words.
	if (terms.size === 0 && problems.length > 0) return [];
	return text.split('\n').flatMap((line, index) =>
		[...line.matchAll(LINK)].flatMap(({ 1: id = '', index: at }) => {
			if (terms.has(id)) return [];
			const near = nearestName(id, [...terms.keys()]);
			const advice = near ? `; did you mean "${near}"?` : terms.size === 0 ? `: there is no ${FILE}` : '';
			const message = `${FILE} has no word "${id}"${advice}`;
			// The column of the id, behind "](glossary:".
			return [{ ...fileProblem(file, message, index + 1), column: at + '](glossary:'.length + 1 }];
		})
	);
}

/** Words of the glossary that no lesson links: no fault, but nobody meets them. */
export function unlinkedTerms({ terms }: Glossary, texts: readonly string[]): string[] {
	const linked = new Set(texts.flatMap(linkedTerms));
	return [...terms.keys()].filter((id) => !linked.has(id));
}
