import { WorkerWorldClient } from '../worker/client.ts';

let shared: WorkerWorldClient | null = null;

/** The page's one world. It outlives a change of page, so that Python is loaded once a visit. */
export function sharedWorldClient(): WorkerWorldClient {
	return (shared ??= new WorkerWorldClient());
}
