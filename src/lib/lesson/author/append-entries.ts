import { isSeq, parseDocument, YAMLSeq } from 'yaml';
import type { WalkthroughEntry } from '../schema/action.ts';

/**
 * Adds entries to a step of walkthrough.yml; comments and what stands there stay as they are.
 * @returns the new text, or in one sentence why the text cannot take them
 */
export function appendEntries(
	text: string,
	step: string,
	entries: readonly WalkthroughEntry[]
): { readonly text: string } | { readonly refusal: string } {
	const document = parseDocument(text);
	if (document.errors.length > 0) return { refusal: 'walkthrough.yml cannot be read; mend it first.' };
	const there = document.get(step);
	const list = isSeq(there) ? there : new YAMLSeq();
	for (const entry of entries) list.add(document.createNode(entry));
	if (!isSeq(there)) document.set(step, list);
	return { text: document.toString({ lineWidth: 0, indentSeq: true, singleQuote: true }) };
}
