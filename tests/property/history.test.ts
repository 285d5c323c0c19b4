import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import { WorldHost } from '../../src/lib/worker/world-host.ts';
import type { Action } from '../../src/lib/world/action.ts';
import { restoreCheckpoint, takeCheckpoint } from '../../src/lib/world/checkpoint.ts';
import { worldHash } from '../../src/lib/world/world-hash.ts';
import { World, type WorldPorts } from '../../src/lib/world/world.ts';
import { CHANCE_START, MIGRATE, play, playedWorld } from './chance-project.ts';
import { someActions, someInFlight } from './random-actions.ts';

let ports: WorldPorts;
beforeAll(async () => {
	ports = await bootWorldPorts();
});

const RUNS = { seed: 20260105, numRuns: 8 };

function hashAfter(actions: readonly Action[]): string {
	const world = playedWorld(ports, actions);
	const hash = worldHash(world);
	world.end();
	return hash;
}

async function hostAfter(actions: readonly Action[]): Promise<WorldHost> {
	const host = new WorldHost(() => Promise.resolve(ports));
	await host.start(CHANCE_START, [MIGRATE]);
	for (const action of actions) await host.apply(action);
	return host;
}

describe('for any actions', () => {
	it('playing them again gives the same world', () => {
		fc.assert(
			fc.property(someInFlight, (actions) => {
				expect(hashAfter(actions)).toBe(hashAfter(actions));
			}),
			RUNS
		);
	});

	it('hashing changes nothing', () => {
		fc.assert(
			fc.property(someInFlight, someActions, (actions, more) => {
				const world = playedWorld(ports, actions);
				const hash = worldHash(world);
				expect(worldHash(world)).toBe(hash);
				const after = worldHash(play(world, more));
				world.end();
				expect(after).toBe(hashAfter([...actions, ...more]));
			}),
			{ ...RUNS, numRuns: 6 }
		);
	});

	it('going back to the start and forward again gives the same world', async () => {
		await fc.assert(
			fc.asyncProperty(someActions, async (actions) => {
				const host = await hostAfter(actions);
				const hash = await host.hash();
				await host.goTo(0);
				await host.switchTo([MIGRATE, ...actions]);
				expect(await host.hash()).toBe(hash);
			}),
			RUNS
		);
	});

	it('a restored checkpoint is the world that it was taken of, and goes on as that does', () => {
		let restored = 0;
		fc.assert(
			fc.property(someActions, someInFlight, (actions, more) => {
				const world = playedWorld(ports, actions);
				const hash = worldHash(world);
				const checkpoint = takeCheckpoint(world);
				expect(worldHash(world)).toBe(hash);
				if (!checkpoint) return;
				const other = restoreCheckpoint(checkpoint, CHANCE_START, ports);
				expect(other).toBeInstanceOf(World);
				if (!(other instanceof World)) return;
				restored += 1;
				expect(worldHash(other)).toBe(hash);
				const after = [world, other].map((each) => worldHash(play(each, more)));
				world.end();
				other.end();
				expect(after[1]).toBe(after[0]);
			}),
			RUNS
		);
		expect(restored).toBe(RUNS.numRuns);
	});

	it('leaving one out gives the world in which it was never done', async () => {
		await fc.assert(
			fc.asyncProperty(someActions, fc.nat(), async (actions, choice) => {
				const without = actions.toSpliced(choice % actions.length, 1);
				const host = await hostAfter(actions);
				await host.switchTo([MIGRATE, ...without]);
				expect(await host.hash()).toBe(hashAfter(without));
			}),
			RUNS
		);
	});
});
