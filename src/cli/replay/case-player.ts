import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { startThread } from '../start-thread.ts';
import type { CaseAnswer } from './play-case.ts';

/** A case that has not answered after this many seconds is given up, with the thread that plays it. */
const CASE_SECONDS = 60;

/** Plays cases in a thread of their own, so that none of them can stop the others. */
export class CasePlayer {
	#thread: Worker | null = null;

	/** Plays one case. Never rejects: what cannot be played is answered with `error`. */
	async play(json: unknown): Promise<CaseAnswer> {
		const id = typeof json === 'object' && json !== null && 'id' in json ? { id: json.id } : {};
		const thread = (this.#thread ??= startThread(new URL('./player-thread.ts', import.meta.url)));
		const stop = new AbortController();
		const giveUp = setTimeout(() => {
			stop.abort();
		}, CASE_SECONDS * 1000);
		try {
			const answered = once(thread, 'message', { signal: stop.signal });
			const died = once(thread, 'exit', { signal: stop.signal }).then(() => {
				throw new Error('The interpreter ended while it played this case.');
			});
			thread.postMessage(json);
			const [answer] = (await Promise.race([answered, died])) as [CaseAnswer];
			return answer;
		} catch (error) {
			await this.end();
			const late = stop.signal.aborted;
			const message = late ? `No answer after ${CASE_SECONDS} seconds.` : String(error);
			return { ...id, error: message };
		} finally {
			clearTimeout(giveUp);
			stop.abort();
		}
	}

	/** Ends the thread; the next case starts another. */
	async end(): Promise<void> {
		await this.#thread?.terminate();
		this.#thread = null;
	}
}
