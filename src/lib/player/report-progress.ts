import type { Lesson } from '../lesson/lesson.ts';

/** What an embedded lesson tells the page around it. Documented in lessons/README.md. */
export interface ProgressMessage {
	readonly type: 'crumbtrail:progress';
	readonly version: 1;
	/** The lesson's name. */
	readonly lesson: string;
	/** Ids of the steps whose checks have all held, in the order of the lesson. */
	readonly done: readonly string[];
	readonly steps: number;
	/** All steps are done. */
	readonly complete: boolean;
}

/** Tells the page around this one how far the learner is. It holds nothing secret, so any page may hear it. */
export function reportProgress({ slug, steps }: Lesson, done: readonly string[]): void {
	if (window.parent === window) return;
	const message: ProgressMessage = {
		type: 'crumbtrail:progress',
		version: 1,
		lesson: slug,
		done,
		steps: steps.length,
		complete: done.length === steps.length
	};
	window.parent.postMessage(message, '*');
}
