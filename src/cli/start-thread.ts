import { Worker } from 'node:worker_threads';

/** Starts a worker thread whose program is a TypeScript file. `entry` is its address. */
export function startThread(entry: URL): Worker {
	return new Worker(new URL('./typescript-thread.js', import.meta.url), {
		workerData: { entry: entry.href }
	});
}
