// A worker thread's way into TypeScript: Node 20 hands no loader on to threads, so the thread registers its own.
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.entry);
