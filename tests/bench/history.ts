import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import { shareUnchanged } from '../../src/lib/player/share-unchanged.ts';
import { WorldHost } from '../../src/lib/worker/world-host.ts';
import type { Action } from '../../src/lib/world/action.ts';
import { takeCheckpoint } from '../../src/lib/world/checkpoint.ts';
import type { Projection } from '../../src/lib/world/projection.ts';
import { World, type WorldPorts } from '../../src/lib/world/world.ts';
import { counterStart } from '../fixtures/counter-project.ts';
import { percentile, type Bench, type BenchRow } from './row.ts';

const MIGRATE: Action = { type: 'manage', command: 'migrate -v 0' };
const VISIT: Action = { type: 'visit', profile: 'browser', url: '/' };
const MEGABYTE = 1024 * 1024;
/** Exchanges of the history that is gone back in, and of the one that is kept in memory. */
const [LONG, VERY_LONG] = [1_000, 10_000];
const ROWS = 100_000;

/** Going back in a history and live again, its checkpoints and its memory. The peer is replay from the start. */
export const bench: Bench = async () => {
	const ports = await bootWorldPorts();
	return [...(await goingLive(ports)), ...checkpoints(ports), ...(await memory(ports))];
};

async function hostWith(ports: WorldPorts, exchanges: number, rests: boolean): Promise<WorldHost> {
	const host = new WorldHost(() => Promise.resolve(ports));
	await host.start(counterStart(), [MIGRATE]);
	for (let at = 0; at < exchanges; at++) {
		await host.apply(VISIT);
		if (rests) host.rest();
	}
	return host;
}

async function goingLive(ports: WorldPorts): Promise<BenchRow[]> {
	const what = `live again from anywhere in ${LONG} exchanges, 95th percentile`;
	const way = [MIGRATE, ...Array.from({ length: LONG }, () => VISIT)];
	const places = Array.from({ length: 20 }, (_, at) => Math.round(((at + 1) * LONG) / 20) - 7 * (at % 3));
	const measured = async (rests: boolean, some: readonly number[]) => {
		const host = await hostWith(ports, LONG, rests);
		const times: number[] = [];
		for (const place of some) {
			await host.switchTo(way.slice(0, 2));
			const start = performance.now();
			await host.switchTo(way.slice(0, place));
			times.push(performance.now() - start);
		}
		return percentile(times, 0.95);
	};
	const ours = await measured(true, places);
	const theirs = await measured(false, places.slice(-4));
	return [
		{ what, who: 'Crumbtrail', value: ours, unit: 'ms', aim: 'at most 1000', met: ours <= 1000 },
		{ what, who: 'replay from the start', value: theirs, unit: 'ms' }
	];
}

function checkpoints(ports: WorldPorts): BenchRow[] {
	const world = new World(counterStart(), ports);
	for (const action of [MIGRATE, VISIT, VISIT]) world.apply(action);
	const database = world.server.databases.get('db.sqlite3');
	database.run(`INSERT INTO django_session WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n
		WHERE i < ${ROWS}) SELECT printf('key%029d', i), 'eyJudW1fdmlzaXRzIjoxfQ:signature', '2030-01-01' FROM n`);
	const times = Array.from({ length: 20 }, () => {
		database.run("UPDATE django_session SET expire_date = '2031-01-01' WHERE session_key LIKE 'key%1'");
		const start = performance.now();
		takeCheckpoint(world);
		return performance.now() - start;
	});
	const start = performance.now();
	takeCheckpoint(world);
	const unchanged = performance.now() - start;
	world.end();
	const value = percentile(times, 0.5);
	const what = `checkpoint with ${ROWS} session rows`;
	return [
		{ what, who: 'Crumbtrail', value, unit: 'ms, median', aim: 'at most 50', met: value <= 50 },
		{ what: `${what}, none changed since the last`, who: 'Crumbtrail', value: unchanged, unit: 'ms' }
	];
}

/** What the page and its worker keep of a history: projections as they arrive, and checkpoints. */
async function memory(ports: WorldPorts): Promise<BenchRow[]> {
	const host = await hostWith(ports, 40, false);
	const before = used();
	const kept: Projection[] = [];
	for (let at = 0; at < VERY_LONG; at++) {
		const { projection } = structuredClone(await host.apply(VISIT));
		const last = kept.at(-1);
		kept.push(last ? shareUnchanged(last, projection) : projection);
		host.rest();
	}
	const value = (used() - before) / MEGABYTE;
	const what = `history of ${kept.length} exchanges, beyond the world`;
	return [{ what, who: 'Crumbtrail', value, unit: 'MB', aim: 'under 200', met: value < 200 }];
}

function used(): number {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	collect();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}
