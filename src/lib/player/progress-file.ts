import * as v from 'valibot';
import { keepLesson, keptLesson, keptSchema } from './kept-lessons.ts';

const FORMAT = 'crumbtrail-progress';

const fileSchema = v.object({
	format: v.literal(FORMAT),
	version: v.literal(1),
	lessons: v.record(v.string(), keptSchema)
});

/** What became of a progress file: a sentence for the learner. */
export interface ProgressRead {
	readonly ok: boolean;
	readonly message: string;
}

/** The progress in these lessons as the text of a file. */
export function writeProgress(slugs: readonly string[]): string {
	const lessons = Object.fromEntries(
		slugs.flatMap((slug) => {
			const kept = keptLesson(slug);
			return kept ? [[slug, kept]] : [];
		})
	);
	return `${JSON.stringify({ format: FORMAT, version: 1, lessons }, null, '\t')}\n`;
}

/**
 * Takes over the progress of a file. A lesson in which more steps are done here stays as it is. A file that cannot be
 * read changes nothing.
 */
export function readProgress(text: string, slugs: readonly string[]): ProgressRead {
	const read = v.safeParse(fileSchema, parsed(text));
	if (!read.success) {
		const message = 'This is not a progress file of Crumbtrail. Nothing was changed.';
		return { ok: false, message };
	}
	const known = Object.entries(read.output.lessons).filter(([slug]) => slugs.includes(slug));
	const newer = known.filter(([slug, { done }]) => done.length >= (keptLesson(slug)?.done.length ?? 0));
	for (const [slug, kept] of newer) keepLesson(slug, kept);
	const stays = known.length - newer.length;
	const further = stays > 0 ? ` ${lessonsOf(stays)} stayed as here, where more steps are done.` : '';
	return { ok: true, message: `${lessonsOf(newer.length)} read from the file.${further}` };
}

function lessonsOf(count: number): string {
	return count === 1 ? '1 lesson' : `${count} lessons`;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
