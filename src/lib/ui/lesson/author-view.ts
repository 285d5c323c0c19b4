import type { Snippet } from 'svelte';
import type { LessonRun } from '$lib/player/lesson-run.svelte.ts';

/** How a lesson is shown to its author: nothing of an earlier visit, and other tools. */
export interface AuthorView {
	/** Only the text, without a stage; the world begins with the first question. */
	readonly textOnly: boolean;
	/** Told of the run when it begins. */
	readonly onrun: (run: LessonRun) => void;
	/** Stands beside the title. */
	readonly place?: Snippet;
	/** First entries of the menu. */
	readonly menu?: Snippet;
}
