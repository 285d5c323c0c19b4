import { describe, expect, it } from 'vitest';
import type { Checkpoint } from './checkpoint.ts';
import { Checkpoints } from './checkpoints.ts';

const MEGABYTE = 1024 * 1024;

/** As much of a checkpoint as its keeper looks at. */
function checkpointOf(actions: number, database = new Uint8Array()): Checkpoint {
	const server = {
		databases: { copies: { 'db.sqlite3': { bytes: database, lastRowId: 0, changed: 0 } } },
		workers: { processes: [], next: 0, last: 0 },
		shell: null,
		disk: { root: { changes: 0, entries: [] }, full: false }
	};
	return { actions, server, sites: {}, flights: { opened: 0, flights: [] } } as unknown as Checkpoint;
}

function filled(limits: { count: number; bytes: number }, count: number, bytes = 0): Checkpoints {
	const checkpoints = new Checkpoints(limits);
	for (let at = 1; at <= count; at++) checkpoints.add(`k${at}`, checkpointOf(at, new Uint8Array(bytes)));
	return checkpoints;
}

const way = (upTo: number) => Array.from({ length: upTo + 1 }, (_, at) => `k${at}`);

describe('checkpoints', () => {
	it('are found by the way that leads past them, the furthest first', () => {
		const checkpoints = filled({ count: 10, bytes: MEGABYTE }, 5);
		expect(checkpoints.nearest(way(3))?.key).toBe('k3');
		expect(checkpoints.nearest(['k1', 'another', 'way'])?.key).toBe('k1');
		expect(checkpoints.nearest(['another', 'way'])).toBeNull();
	});

	it('are bounded in number, and stay spread over the whole history', () => {
		const checkpoints = filled({ count: 8, bytes: MEGABYTE }, 400);
		expect(checkpoints.count).toBe(8);
		const gaps = [100, 200, 300, 399].map((at) => {
			const found = checkpoints.nearest(way(at))?.checkpoint.actions ?? 0;
			return at - found;
		});
		expect(Math.max(...gaps)).toBeLessThanOrEqual(160);
		expect(checkpoints.nearest(way(400))?.key).toBe('k400');
	});

	it('are bounded in memory', () => {
		const checkpoints = filled({ count: 100, bytes: 4 * MEGABYTE }, 20, MEGABYTE);
		expect(checkpoints.count).toBe(4);
		expect(checkpoints.bytes).toBe(4 * MEGABYTE);
	});

	it('that share a database count it once', () => {
		const database = new Uint8Array(MEGABYTE);
		const checkpoints = new Checkpoints({ count: 100, bytes: 2 * MEGABYTE });
		for (let at = 0; at < 20; at++) checkpoints.add(`k${at}`, checkpointOf(at, database));
		expect([checkpoints.count, checkpoints.bytes]).toEqual([20, MEGABYTE]);
	});

	it('keep the newest, however large it is', () => {
		expect(filled({ count: 8, bytes: MEGABYTE }, 3, 2 * MEGABYTE).nearest(way(3))?.key).toBe('k3');
	});
});
