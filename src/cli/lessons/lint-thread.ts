import { parentPort, workerData } from 'node:worker_threads';
import { lintLesson } from '../../lib/lesson/lint/lint.ts';
import { bootWorldPorts } from '../boot-world-ports.ts';
import { readLessons } from './read-lessons.ts';

/** The thread that plays lessons; the command ends it when one of them never returns. */
const port = parentPort;
if (!port) throw new Error('lint-thread.ts runs in a worker thread');

const { folder } = workerData as { folder: string };
const course = readLessons(folder);
const ports = bootWorldPorts();
port.on('message', (slug: string) => {
	void ports
		.then((ready) => lintLesson(course, slug, ready))
		.then(
			(problems) => {
				port.postMessage({ problems });
			},
			(error: unknown) => {
				port.postMessage({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
			}
		);
});
