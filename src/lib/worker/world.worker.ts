import { expose } from 'comlink';
import { loadSqlite } from '../database/sqljs.ts';
import { Interpreter } from '../python/interpreter/interpreter.ts';
import { DjangoRuntime } from '../python/server/django-runtime.ts';
import type { Action } from '../world/action.ts';
import type { WorldStart } from '../world/scenario.ts';
import type { WorldPorts } from '../world/world.ts';
import { lockDown } from './lock-down.ts';
import type { WorkerAssets } from './fetch-assets.ts';
import type { ActionOutcome } from './protocol.ts';
import { findOpenWays, type OpenWay } from './sandbox-check.ts';
import { WorldHost } from './world-host.ts';

let assets: WorkerAssets | null = null;
let booted: Promise<WorldPorts> | null = null;
let tellBeat: () => void = () => undefined;

/** Tells the page that a long answer gets on. */
function beat(): void {
	tellBeat();
}

async function boot(): Promise<WorldPorts> {
	if (!assets) throw new Error('The files of Python have not arrived');
	const [interpreter, openDatabase] = await Promise.all([
		Interpreter.boot(assets, { millis: () => performance.now() }),
		loadSqlite(assets.sqlite.buffer)
	]);
	return { runtime: new DjangoRuntime(interpreter), openDatabase };
}

/** The first boot is begun when the files arrive; a later one when an interpreter has ended. */
const host = new WorldHost(() => {
	const first = booted;
	booted = null;
	return first ?? boot();
}, beat);

const api = {
	/** Takes the files and boots Python. `onBeat` hears of every step of a replay. */
	async boot(given: WorkerAssets, onBeat: () => void): Promise<void> {
		assets = given;
		tellBeat = onBeat;
		booted = boot();
		await booted;
		lockDown();
	},
	findOpenWays: (origin: string): Promise<OpenWay[]> => findOpenWays(origin),
	start: (start: WorldStart, actions: readonly Action[]): Promise<ActionOutcome> =>
		host.start(start, actions),
	async apply(action: Action): Promise<ActionOutcome> {
		const outcome = await host.apply(action);
		setTimeout(() => {
			host.rest();
		});
		return outcome;
	},
	goTo: (count: number): Promise<ActionOutcome> => host.goTo(count),
	switchTo: (actions: readonly Action[]): Promise<ActionOutcome> => host.switchTo(actions)
};

/** What the page can ask of the world's worker. */
export type WorldWorkerApi = typeof api;

expose(api);
