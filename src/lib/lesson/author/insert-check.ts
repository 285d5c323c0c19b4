import { stringify } from 'yaml';
import { readProse } from '../prose.ts';
import type { ProposedCheck } from './proposed-checks.ts';

/** A check as a block of lesson.md. */
export function checkBlock({ id, says, when }: ProposedCheck): string {
	return `\`\`\`check\n${stringify({ id, says, when }, { lineWidth: 0, singleQuote: true })}\`\`\`\n`;
}

/**
 * Puts a check into a step of lesson.md: behind its last check, or at its end.
 * @returns the new text; `null` when there is no such step
 */
export function insertCheck(text: string, step: string, check: ProposedCheck): string | null {
	const lines = text.split('\n');
	const bodyAt = bodyLine(lines);
	const { headings } = readProse('lesson.md', lines.slice(bodyAt).join('\n'), bodyAt + 1);
	const start = headings.get(step);
	if (start === undefined) return null;
	const next = Math.min(...[...headings.values()].filter((line) => line > start), lines.length + 1);
	const section = lines.slice(start, next - 1);
	const block = checkBlock({ ...check, id: freeId(text, check.id) })
		.trimEnd()
		.split('\n');
	const at = start + placeIn(section);
	lines.splice(at, 0, '', ...block);
	return lines.join('\n');
}

/** The first line, counted from 0, below the front matter. */
function bodyLine(lines: readonly string[]): number {
	return lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0;
}

/** How many lines of a section come before the new block. */
function placeIn(section: readonly string[]): number {
	const opens = section.findLastIndex((line) => /^```check\s*$/.test(line));
	const closes = section.findIndex((line, at) => at > opens && /^```\s*$/.test(line));
	if (opens !== -1 && closes !== -1) return closes + 1;
	return section.findLastIndex((line) => line.trim() !== '') + 1;
}

/** An id that the text does not use yet: "rows-1", "rows-1-2". */
function freeId(text: string, wanted: string): string {
	const taken = (id: string) => new RegExp(`^id: ['"]?${id}['"]?\\s*$`, 'm').test(text);
	let id = wanted;
	for (let turn = 2; taken(id); turn++) id = `${wanted}-${turn}`;
	return id;
}
