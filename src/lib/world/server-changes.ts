import type { ServerProcess } from '../django/server.ts';
import type { Action } from './action.ts';
import type { Say } from './event-log.ts';
import { InvalidAction } from './invalid-action.ts';
import type { SimulatedServer } from './simulated-server.ts';

/** What changes the server itself: its files, its version, its processes. */
export type ServerChange = Extract<
	Action,
	{ type: 'edit' | 'restart' | 'workers' | 'nextWorker' | 'restartWorker' | 'deploy' }
>;

/**
 * Carries a change of the server out, and says what came of it.
 * @throws InvalidAction when it does not fit the server as it stands
 */
export function changeServer(server: SimulatedServer, change: ServerChange, say: Say): void {
	switch (change.type) {
		case 'edit':
			server.edit(change.files);
			say({ type: 'files.edited', paths: Object.keys(change.files) });
			restart(server, say);
			break;
		case 'restart':
			restart(server, say);
			break;
		case 'workers':
			sayStopped(
				fitting(() => server.workers.setCount(change.count)),
				say
			);
			say({ type: 'workers.set', count: change.count });
			break;
		case 'nextWorker':
			fitting(() => {
				server.workers.choose(change.worker);
			});
			say({ type: 'worker.picked', worker: change.worker });
			break;
		case 'restartWorker': {
			const { ended, started } = fitting(() => server.workers.restart(change.worker));
			sayStopped(ended, say);
			sayStarted(server, started, say);
			break;
		}
		case 'deploy':
			deploy(server, change.django, say);
			break;
		default:
			change satisfies never;
	}
}

function deploy(server: SimulatedServer, to: SimulatedServer['version'], say: Say): void {
	const { version: from, runningSettings: settings } = server;
	const legacy = from === '3.2' && settings['DEFAULT_HASHING_ALGORITHM'] === 'sha1';
	server.install(to);
	restart(server, say);
	const engine = server.process.settings['SESSION_ENGINE'];
	if (from !== to && typeof engine === 'string') say({ type: 'django.switched', from, to, engine, legacy });
}

function restart(server: SimulatedServer, say: Say): void {
	const from = server.runningSettings['SESSION_ENGINE'];
	sayStopped(server.stop(), say);
	const { process } = server;
	sayStarted(server, process, say);
	const to = process.settingsError ? undefined : process.settings['SESSION_ENGINE'];
	if (typeof from === 'string' && typeof to === 'string' && from !== to) {
		say({ type: 'engine.switched', from, to });
	}
}

function sayStopped(ids: readonly string[], say: Say): void {
	for (const process of ids) say({ type: 'server.stopped', process });
}

function sayStarted(server: SimulatedServer, process: ServerProcess, say: Say): void {
	const error = process.settingsError ?? process.applicationError();
	const broken = process.syntaxError();
	say({ type: 'server.started', process: process.id, django: server.version, error, broken });
}

function fitting<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (error instanceof RangeError) throw new InvalidAction(error.message);
		throw error;
	}
}
