import type { PythonError } from '$lib/django/events.ts';
import { lineOf } from '../../player/line-of.ts';
import type { WorldEvent } from '$lib/world/events.ts';

/** What a line of a file did in this step. */
export interface LineMark {
	/** The last line that did something, in a step that ran code. */
	readonly running: boolean;
	/** The exception came from here. */
	readonly failed: string | null;
	/** What it did, in a word each: "read", "changed", "query". */
	readonly did: readonly string[];
}

const WORDS: Readonly<Partial<Record<WorldEvent['type'], string>>> = {
	'session.loaded': 'loads the session',
	'session.missed': 'finds no session',
	'session.read': 'reads the session',
	'session.changed': 'changes the session',
	'session.created': 'makes a key',
	'session.saved': 'saves',
	'session.deleted': 'deletes the row',
	'session.key-cycled': 'changes the key',
	'response.cookie-set': 'sets a cookie',
	'console.printed': 'prints',
	'sql.executed': 'queries'
};

/** Marks by line number, for one file. `error`: what kept this exchange, or the server, from going on. */
export function lineMarks(
	path: string,
	events: readonly WorldEvent[],
	error: PythonError | null
): ReadonlyMap<number, LineMark> {
	const did = new Map<number, string[]>();
	let last: number | null = null;
	for (const event of events) {
		const by = lineOf(event);
		if (by?.path !== path) continue;
		last = by.line;
		const words = did.get(by.line) ?? [];
		const word = WORDS[event.type];
		did.set(by.line, word !== undefined && !words.includes(word) ? [...words, word] : words);
	}
	const frame = error?.frames.findLast((each) => each.path === path);
	if (frame) did.set(frame.line, did.get(frame.line) ?? []);
	return new Map(
		[...did].map(([line, words]) => [
			line,
			{
				running: line === last && !frame,
				failed: frame?.line === line ? `${error?.type}: ${error?.message}` : null,
				did: words
			}
		])
	);
}

/** Whether files were edited after an event: what it said of a line may not be true of the line that stands there now. */
export function editedSince(
	seq: number,
	moments: readonly { readonly events: readonly WorldEvent[] }[]
): boolean {
	for (const { events } of moments.toReversed()) {
		if (events.some((event) => event.type === 'files.edited' && event.seq > seq)) return true;
		if (events.some((event) => event.seq <= seq)) return false;
	}
	return false;
}

/** The line where a view is defined: it is about to run. */
export function definitionLine(text: string, view: string): number | null {
	const name = view.split('.').at(-1) ?? view;
	const at = text
		.split('\n')
		.findIndex((line) => new RegExp(`^(?:async )?(?:def|class) ${name}\\b`).test(line));
	return at === -1 ? null : at + 1;
}
