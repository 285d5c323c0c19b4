import {
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
	type Document,
	type Node,
	type YAMLError
} from 'yaml';
import type * as v from 'valibot';
import { findIssues, type FieldPath } from './schema/issues.ts';
import type { Problem } from './problem.ts';

/** A piece of YAML within a file. */
export interface YamlText {
	readonly file: string;
	readonly text: string;
	/** The line of the file that the first line of the text is; 1 for a whole file. */
	readonly firstLine: number;
}

/** A value that was read, or what is wrong with it. */
export type Read<T> =
	| { readonly ok: true; readonly value: T; readonly source: YamlSource }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** Knows where in a file each field of a YAML text stands. */
export class YamlSource {
	readonly #text: YamlText;
	readonly #document: Document.Parsed;
	readonly #lines: LineCounter;

	constructor(text: YamlText, document: Document.Parsed, lines: LineCounter) {
		this.#text = text;
		this.#document = document;
		this.#lines = lines;
	}

	/** A problem at a field: at its key where `atKey`, else at its value; at the nearest parent where it is missing. */
	problem(path: FieldPath, message: string, atKey = false): Problem {
		const offset = offsetOf(this.#document.contents, path, atKey);
		return this.problemAt(offset, fieldName(path), message);
	}

	problemAt(offset: number, field: string, message: string): Problem {
		const { line, col } = this.#lines.linePos(offset);
		return {
			file: this.#text.file,
			line: Math.max(line, 1) + this.#text.firstLine - 1,
			column: Math.max(col, 1),
			field,
			message
		};
	}
}

/** Where the parser's own words do not tell an author what to do. */
const ADVICE: Readonly<Record<string, string>> = {
	BLOCK_AS_IMPLICIT_KEY: 'A text with a colon in it needs quotes around it, or >- before it',
	TAB_AS_INDENT: 'Indent with spaces, not with tabs',
	ALIAS_PROPS: 'A text that begins with * needs quotes around it',
	BAD_ALIAS: 'A text that begins with * or & needs quotes around it',
	BAD_SCALAR_START: 'A text that begins with ` or @ needs quotes around it',
	BAD_INDENT: 'This line is not indented as its neighbours are',
	DUPLICATE_KEY: 'This key stands twice; a block has each key once',
	MISSING_CHAR: 'A quote or a bracket is opened and never closed'
};

/** Reads YAML strictly: syntax, duplicate keys, and the schema; every problem has its place. */
export function readYaml<Schema extends v.GenericSchema>(
	schema: Schema,
	text: YamlText
): Read<v.InferOutput<Schema>> {
	const lines = new LineCounter();
	const document = parseDocument(text.text, { lineCounter: lines, prettyErrors: false, strict: true });
	const source = new YamlSource(text, document, lines);
	// Only the first fault of the syntax is told: the others are mostly its echoes.
	const [fault] = [...document.errors, ...document.warnings];
	if (fault) {
		return { ok: false, problems: [source.problemAt(fault.pos[0], '', adviceOn(fault, text.text))] };
	}
	const found = findIssues(schema, plainValue(document));
	if ('value' in found) return { ok: true, value: found.value, source };
	const problems = found.issues.map(({ path, message, atKey }) => source.problem(path, message, atKey));
	return { ok: false, problems };
}

function adviceOn({ code, pos, message }: YAMLError, text: string): string {
	const beginsAnItem = /^\s*- /.test(text.slice(pos[0]));
	return ADVICE[code === 'BLOCK_AS_IMPLICIT_KEY' && beginsAnItem ? 'BAD_INDENT' : code] ?? message;
}

function plainValue(document: Document.Parsed): unknown {
	return document.toJS({ maxAliasCount: 50 }) ?? {};
}

function offsetOf(contents: Node | null, path: FieldPath, atKey: boolean): number {
	let node: unknown = contents;
	let offset = contents?.range?.[0] ?? 0;
	for (const [depth, key] of path.entries()) {
		const last = depth === path.length - 1;
		if (isMap(node)) {
			const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
			if (!pair) return offset;
			node = last && atKey ? pair.key : (pair.value ?? pair.key);
		} else if (isSeq(node)) {
			node = node.items[Number(key)];
		} else return offset;
		offset = (node as Node | undefined)?.range?.[0] ?? offset;
	}
	return offset;
}

/** "steps[2].visit" */
function fieldName(path: FieldPath): string {
	return path.reduce<string>((name, key) => {
		if (typeof key === 'number') return `${name}[${key}]`;
		return name ? `${name}.${key}` : key;
	}, '');
}
