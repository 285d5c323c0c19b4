import { parentPort } from 'node:worker_threads';
import { bootWorldPorts } from '../boot-world-ports.ts';
import { playCase } from './play-case.ts';

/** The thread that plays cases one by one; the command ends it when a case never returns. */
const port = parentPort;
if (!port) throw new Error('player-thread.ts runs in a worker thread');

let ports: ReturnType<typeof bootWorldPorts> | null = null;
port.on('message', (json: unknown) => {
	void playCase(json, () => (ports ??= bootWorldPorts())).then((answer) => {
		port.postMessage(answer);
	});
});
