import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import type { Action } from '../../src/lib/world/action.ts';
import { World, type WorldPorts } from '../../src/lib/world/world.ts';
import { breakables, type Breakable } from '../../src/lib/ui/sandbox/breakables.ts';
import { broken } from '../../src/lib/ui/sandbox/broken.ts';
import {
	addBook,
	addBookUpTo,
	migrate,
	shelfStart,
	VIEW_DONE
} from '../../src/lib/ui/sandbox/presets/shelf.ts';

let ports: WorldPorts;

beforeAll(async () => {
	ports = await bootWorldPorts();
});

function itemsOf(world: World): readonly Breakable[] {
	const projection = world.projection();
	const [profile] = projection.profiles;
	if (!profile) throw new Error('No browser yet');
	return breakables(projection, profile).flatMap(({ items }) => items);
}

const LOCK: Action = { type: 'lockDatabase', against: 'writes' };
const SLOW: Action = { type: 'setBrowserClock', profile: 'browser', ahead: '-1h' };

/** Worlds in which different things can be broken. */
const WORLDS: readonly [string, Parameters<typeof shelfStart>[0], readonly Action[]][] = [
	['at rest', 'db', [migrate, addBook]],
	['with a cache', 'cached_db', [migrate, addBook]],
	['with a request under way', 'db', [migrate, addBook, ...addBookUpTo(2, VIEW_DONE)]],
	['with a request that has not set out', 'db', [migrate, addBook, ...addBookUpTo(2, 0)]],
	['with a request whose response is under way', 'file', [addBook, ...addBookUpTo(2, VIEW_DONE + 2)]],
	['that is broken', 'db', [migrate, addBook, LOCK, { type: 'fillDisk' }, SLOW]]
];

describe('what can be broken', () => {
	it.each(WORLDS)('fits the world %s', (_, engine, actions) => {
		const play = () => {
			const world = new World(shelfStart(engine), ports);
			for (const action of actions) world.apply(action);
			return world;
		};
		const first = play();
		const items = itemsOf(first);
		first.end();
		for (const { action, idle } of items) {
			expect(action === null).toBe(idle !== null);
			if (!action) continue;
			const world = play();
			expect(world.apply(action).events[0]?.type).toMatch(/./);
			world.end();
		}
	});

	it('is told in a word until it is mended', () => {
		const world = new World(shelfStart('db'), ports);
		for (const action of [addBook, LOCK, { type: 'fillDisk' }, SLOW] as const) world.apply(action);
		expect(broken(world.projection())).toEqual(['database locked', 'disk full', 'Browser: clock wrong']);
		for (const { mends, action } of itemsOf(world)) if (mends && action) world.apply(action);
		expect(broken(world.projection())).toEqual([]);
		world.end();
	});
});
