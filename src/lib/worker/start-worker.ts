import WorldWorker from './world.worker.ts?worker';
import workerAddress from './world.worker.ts?worker&url';

let program: Promise<string> | null = null;

/** The worker's whole program as a `data:` address; made once. */
async function programAddress(): Promise<string> {
	const response = await fetch(workerAddress);
	if (!response.ok)
		throw new Error(`The simulator could not be loaded (${response.status}). Load the page again.`);
	return `data:text/javascript;charset=utf-8,${escapeForDataUrl(await response.text())}`;
}

/**
 * Escapes only what a `data:` address cannot carry as it is. `encodeURIComponent` escapes so much more that the
 * address grows past the 2 MB at which Chromium refuses it, without a word.
 */
function escapeForDataUrl(text: string): string {
	return text.replace(/[%#\p{Cc}\u{80}-\u{10ffff}]+/gu, encodeURIComponent);
}

/**
 * Starts the worker that the world runs in. In production it is a module worker from a `data:` address: its origin is
 * opaque and the page's content security policy holds in it, so that learners' code reaches neither the network nor
 * any storage. In development, where modules are served one by one, it is a plain worker.
 */
export async function startWorker(): Promise<Worker> {
	if (import.meta.env.DEV) return new WorldWorker();
	program ??= programAddress();
	return new Worker(await program, { type: 'module' });
}
