import { keepLesson, keptLesson, readKept, type KeptLesson } from './kept-lessons.ts';

const FORMAT = 'crumbtrail-progress';

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
	const lessons = lessonsIn(text);
	if (!lessons) {
		const message = 'This is not a progress file of Crumbtrail. Nothing was changed.';
		return { ok: false, message };
	}
	const known = Object.entries(lessons).filter(([slug]) => slugs.includes(slug));
	const newer = known.filter(([slug, { done }]) => done.length >= (keptLesson(slug)?.done.length ?? 0));
	for (const [slug, kept] of newer) keepLesson(slug, kept);
	const stays = known.length - newer.length;
	const further = stays > 0 ? ` ${lessonsOf(stays)} stayed as here, where more steps are done.` : '';
	return { ok: true, message: `${lessonsOf(newer.length)} read from the file.${further}` };
}

function lessonsOf(count: number): string {
	return count === 1 ? '1 lesson' : `${count} lessons`;
}

/** The lessons of a progress file; `null` when any of it is not what it should be. */
function lessonsIn(text: string): Record<string, KeptLesson> | null {
	try {
		const file = JSON.parse(text) as { format?: unknown; version?: unknown; lessons?: unknown } | null;
		if (file?.format !== FORMAT || file.version !== 1) return null;
		const entries = Object.entries(file.lessons ?? {}).map(([slug, kept]) => [slug, readKept(kept)] as const);
		const lessons = entries.flatMap(([slug, kept]) => (kept ? [[slug, kept] as const] : []));
		return lessons.length === entries.length ? Object.fromEntries(lessons) : null;
	} catch {
		return null;
	}
}
