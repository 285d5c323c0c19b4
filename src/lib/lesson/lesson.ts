import type { ProjectFiles } from '../django/server.ts';
import type { Action } from '../world/action.ts';
import type { WorldStart } from '../world/scenario.ts';
import type { LessonAction, WalkthroughEntry } from './schema/action.ts';
import type { Check, Choice, Feedback, Hint, Offer, Prediction } from './schema/blocks.ts';
import type { Lockable, Panel } from './schema/files.ts';

/** HTML without raw input: made from Markdown by `renderMarkdown`. */
export type SafeHtml = string;

/** A piece of a step, in the order of the text. */
export type Block =
	| { readonly kind: 'prose'; readonly html: SafeHtml }
	| { readonly kind: 'check'; readonly check: Check }
	| { readonly kind: 'prediction'; readonly prediction: Prediction }
	| { readonly kind: 'offer'; readonly offer: Offer };

/** One `##` of lesson.md. */
export interface LessonStep {
	readonly id: string;
	readonly title: string;
	readonly blocks: readonly Block[];
	readonly checks: readonly Check[];
	readonly predictions: readonly Prediction[];
	readonly hint: Hint | null;
	readonly feedback: readonly Feedback[];
}

/** What the stage shows and allows. */
export interface Stage {
	readonly address: string;
	readonly open: string;
	readonly editable: readonly string[];
	readonly panels: readonly Panel[];
	readonly locked: readonly Lockable[];
	/** By step: what appears and what is unlocked when it begins. */
	readonly unlocks: Readonly<Record<string, readonly (Panel | Lockable)[]>>;
}

/** A known wrong path. */
export interface WrongPath {
	readonly name: string;
	readonly believes: string;
	readonly step: string;
	readonly afterEntries: number;
	readonly does: readonly LessonAction[];
	readonly gets: string;
}

/** A lesson as plain JSON values: what the page shows and the linter proves. */
export interface Lesson {
	readonly slug: string;
	readonly title: string;
	readonly summary: string;
	readonly minutes: number;
	/** What stands before the first step. */
	readonly intro: SafeHtml;
	readonly steps: readonly LessonStep[];
	/** What to remember, and where Django's documentation says it. */
	readonly remember: SafeHtml;
	/** The world before `setup`. */
	readonly start: WorldStart;
	/** What is done before the learner comes. */
	readonly setup: readonly LessonAction[];
	/** The project's files that the solution changes or adds. */
	readonly solution: ProjectFiles;
	readonly stage: Stage;
	/** Whether recorded traces of the walkthrough hold the table's rows. */
	readonly observe: boolean;
	/** By step, in the order of the steps. */
	readonly walkthrough: Readonly<Record<string, readonly WalkthroughEntry[]>>;
	readonly wrong: readonly WrongPath[];
	/** The words of the glossary that its text links. */
	readonly terms: readonly GlossaryTerm[];
}

/** A word of glossary.yml. */
export interface GlossaryTerm {
	readonly id: string;
	/** The word as it is written: "Set-Cookie". */
	readonly name: string;
	/** What it is, in one sentence. */
	readonly is: SafeHtml;
	/** Why it matters, in one sentence. */
	readonly matters: SafeHtml;
	/** The slug of the lesson that shows it. */
	readonly lesson: string;
	/** Where the specification or Django's documentation says it. */
	readonly read: string;
}

/** A line of the list of lessons. */
export interface LessonSummary {
	readonly slug: string;
	readonly title: string;
	readonly summary: string;
	readonly minutes: number;
	/** Its place in the course: the first walk is 0. */
	readonly number: number;
	/** The part of the course that it belongs to. */
	readonly part: string;
	readonly steps: readonly { readonly id: string; readonly title: string }[];
}

export type { Action, Check, Choice, Feedback, Hint, LessonAction, Offer, Prediction };
