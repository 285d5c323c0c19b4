import type { Block, Check, Feedback, Hint, LessonStep, Offer, Prediction, SafeHtml } from './lesson.ts';
import { parseMarkdown, renderInline, renderText, renderTokens, type Token } from './markdown.ts';
import { nearestName } from './nearest.ts';
import type { Problem } from './problem.ts';
import { checkSchema, feedbackSchema, hintSchema, offerSchema, predictionSchema } from './schema/blocks.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** The fenced blocks that are not code but parts of the lesson. */
const BLOCKS = ['check', 'prediction', 'hint', 'feedback', 'do'] as const;
type BlockName = (typeof BLOCKS)[number];

/** The heading of the last section, which is no step. */
const REMEMBER = 'remember';

/** The prose of lesson.md. `places` finds the YAML of a block again, for problems that show later. */
export interface Prose {
	readonly intro: SafeHtml;
	readonly steps: readonly LessonStep[];
	readonly remember: SafeHtml | null;
	/** By the block's kind and id, such as "check row-is-there"; steps by "step …". */
	readonly places: ReadonlyMap<string, YamlSource>;
	/** The line of each step's heading, by its id. */
	readonly headings: ReadonlyMap<string, number>;
	readonly problems: readonly Problem[];
}

interface Section {
	readonly id: string;
	readonly title: string;
	readonly line: number;
	readonly tokens: Token[];
}

/** Reads the text of lesson.md below its front matter. `firstLine`: the line of the file it begins at. */
export function readProse(file: string, text: string, firstLine: number): Prose {
	const reader = new ProseReader(file, firstLine);
	const sections = reader.split(parseMarkdown(text));
	const [intro, ...rest] = sections;
	const steps = rest.filter(({ id }) => id !== REMEMBER).map((section) => reader.step(section));
	const last = rest.find(({ id }) => id === REMEMBER);
	if (!last) reader.fault(firstLine, `The last section is missing: ## … {#${REMEMBER}}`);
	else if (rest.at(-1) !== last) reader.fault(last.line, 'This section is the last of a lesson');
	return {
		intro: renderTokens(intro?.tokens ?? []),
		steps,
		remember: last ? renderTokens(last.tokens) : null,
		places: reader.places,
		headings: new Map(rest.map(({ id, line }) => [id, line])),
		problems: reader.problems
	};
}

class ProseReader {
	readonly problems: Problem[] = [];
	readonly places = new Map<string, YamlSource>();
	readonly #file: string;
	readonly #firstLine: number;
	readonly #ids = new Set<string>();

	constructor(file: string, firstLine: number) {
		this.#file = file;
		this.#firstLine = firstLine;
	}

	fault(line: number, message: string): void {
		this.problems.push({ file: this.#file, line, column: 1, field: '', message });
	}

	/** Cuts the text at its `##` headings; what stands before the first comes as a section without a name. */
	split(tokens: readonly Token[]): Section[] {
		const sections: Section[] = [{ id: '', title: '', line: this.#firstLine, tokens: [] }];
		for (let index = 0; index < tokens.length; index++) {
			const token = tokens[index];
			if (!token) break;
			if (token.type === 'heading_open' && token.level === 0 && token.tag === 'h1') {
				this.fault(this.#line(token), 'The title stands in the front matter; begin steps with ##');
			}
			if (token.type === 'heading_open' && token.level === 0 && token.tag === 'h2') {
				sections.push(this.#section(tokens[index + 1]?.content ?? '', this.#line(token)));
				index += 2;
			} else sections.at(-1)?.tokens.push(token);
		}
		return sections;
	}

	/** Reads one step: prose and blocks in their order. */
	step({ id, title, tokens }: Section): LessonStep {
		const blocks: Block[] = [];
		const checks: Check[] = [];
		const predictions: Prediction[] = [];
		const feedback: Feedback[] = [];
		const hints: Hint[] = [];
		let prose: Token[] = [];
		const flush = () => {
			if (prose.length > 0) blocks.push({ kind: 'prose', html: renderTokens(prose) });
			prose = [];
		};
		for (const token of tokens) {
			const name = this.#blockName(token);
			if (!name) {
				prose.push(token);
				continue;
			}
			flush();
			if (name === 'check') this.#check(token, checks, blocks);
			else if (name === 'prediction') this.#prediction(token, predictions, blocks);
			else if (name === 'feedback') this.#feedback(token, feedback);
			else if (name === 'hint') this.#hint(token, hints, id);
			else this.#offer(token, blocks);
		}
		flush();
		return { id, title, blocks, checks, predictions, hint: hints[0] ?? null, feedback };
	}

	#section(heading: string, line: number): Section {
		const match = /^(.*?)\s*\{#([a-z][a-z0-9-]*)\}$/.exec(heading);
		const title = match?.[1] ?? heading;
		const id = match?.[2] ?? slugOf(title);
		if (!id) this.fault(line, 'A step needs a title');
		this.#claim(`step ${id}`, line);
		return { id, title: renderInline(title), line, tokens: [] };
	}

	#blockName(token: Token): BlockName | null {
		if (token.type !== 'fence') return null;
		const info = token.info.trim();
		if ((BLOCKS as readonly string[]).includes(info)) return info as BlockName;
		const near = info.length > 3 ? nearestName(info, BLOCKS) : null;
		if (near) this.fault(this.#line(token), `unknown block "${info}"; did you mean "${near}"?`);
		return null;
	}

	#check(token: Token, checks: Check[], blocks: Block[]): void {
		const check = this.#read(checkSchema, token, 'check');
		if (!check) return;
		const shown = { ...check, says: renderInline(check.says) };
		checks.push(shown);
		blocks.push({ kind: 'check', check: shown });
	}

	#prediction(token: Token, predictions: Prediction[], blocks: Block[]): void {
		const prediction = this.#read(predictionSchema, token, 'prediction');
		if (!prediction) return;
		this.#distinctChoices(token, prediction);
		const shown = {
			...prediction,
			asks: renderInline(prediction.asks),
			choices: prediction.choices.map((choice) => ({
				...choice,
				says: renderInline(choice.says),
				feedback: renderText(choice.feedback)
			}))
		};
		predictions.push(shown);
		blocks.push({ kind: 'prediction', prediction: shown });
	}

	#distinctChoices(token: Token, { choices, id }: Prediction): void {
		const twice = <T>(list: readonly T[]) => list.find((item, index) => list.indexOf(item) !== index);
		const choice = twice(choices.map((each) => each.id));
		const feedback = twice(choices.map((each) => each.feedback));
		const line = this.#line(token);
		if (choice !== undefined) this.fault(line, `prediction ${id} has two choices "${choice}"`);
		if (feedback !== undefined) this.fault(line, `two choices of prediction ${id} have the same feedback`);
	}

	#feedback(token: Token, feedback: Feedback[]): void {
		const read = this.#read(feedbackSchema, token, 'feedback');
		if (read) feedback.push({ ...read, says: renderText(read.says) });
	}

	#hint(token: Token, hints: Hint[], step: string): void {
		const hint = this.#read(hintSchema, token, 'hint');
		if (!hint) return;
		if (hints.length > 0)
			this.fault(this.#line(token), `step ${step} has two hints; a step has one, in rungs`);
		const rungs = Object.entries(hint).map(([rung, text]) => [rung, renderText(text)] as const);
		hints.push(Object.fromEntries(rungs) as Hint);
	}

	#offer(token: Token, blocks: Block[]): void {
		const offer: Offer | null = this.#read(offerSchema, token, 'do');
		if (offer) blocks.push({ kind: 'offer', offer: { ...offer, says: renderInline(offer.says) } });
	}

	#read<Schema extends Parameters<typeof readYaml>[0]>(schema: Schema, token: Token, kind: BlockName) {
		// The text of a fence begins on the line below it.
		const firstLine = this.#line(token) + 1;
		const read = readYaml<Schema>(schema, { file: this.#file, text: token.content, firstLine });
		if (!read.ok) {
			this.problems.push(...read.problems);
			return null;
		}
		const { value, source } = read;
		if (hasId(value)) {
			const name = `${kind} ${value.id}`;
			if (this.#claim(name, firstLine)) this.places.set(name, source);
		}
		return value;
	}

	/** @returns false when the id is already taken by another of its kind */
	#claim(name: string, line: number): boolean {
		if (this.#ids.has(name)) {
			this.fault(line, `${name}: this id stands in the lesson twice`);
			return false;
		}
		this.#ids.add(name);
		return true;
	}

	#line(token: Token): number {
		return (token.map?.[0] ?? 0) + this.#firstLine;
	}
}

function hasId(value: unknown): value is { id: string } {
	return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

/** "A second browser" → "a-second-browser" */
function slugOf(title: string): string {
	return title
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^[^a-z]+|-+$/g, '');
}
