import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import { lanesOf } from '../../src/lib/player/lanes.ts';
import { sayCopy, sayPlace, sayWho } from '../../src/lib/player/say-lane.ts';
import { copyOf } from '../../src/lib/player/session-copy.ts';
import { storedSessions } from '../../src/lib/player/stored-session.ts';
import { World, type WorldPorts } from '../../src/lib/world/world.ts';
import { COUNTER_PROJECT, counterStart } from '../fixtures/counter-project.ts';

let ports: WorldPorts;

beforeAll(async () => {
	ports = await bootWorldPorts();
});

/** A migrated world with this engine, whose browser has visited once: exchange 1. */
function inWorld(engine: string, work: (world: World) => void): void {
	const settings = `${COUNTER_PROJECT['settings.py'] ?? ''}SESSION_ENGINE = 'django.contrib.sessions.backends.${engine}'\n`;
	const start = counterStart({ project: { ...COUNTER_PROJECT, 'settings.py': settings } });
	const world = new World(start, ports);
	try {
		world.apply({ type: 'manage', command: 'migrate -v 0' });
		world.apply({ type: 'visit', profile: 'browser', url: '/' });
		work(world);
	} finally {
		world.end();
	}
}

/** Exchange 2 in tab 1 and exchange 3 in tab 2, both before their session is saved. */
function twoBeforeSaving(world: World): void {
	world.apply({ type: 'visit', profile: 'browser', url: '/', hold: true });
	world.apply({ type: 'openTab', profile: 'browser' });
	world.apply({ type: 'visit', profile: 'browser', url: '/', hold: true });
	for (const exchange of [2, 3]) world.apply({ type: 'step', exchange, until: 'middleware-out' });
}

/** What the board says: who, where, what it holds; and what is stored. */
function board(world: World): { lanes: string[]; stored: string[] } {
	const projection = world.projection();
	const lanes = lanesOf(projection);
	const name = (id: number) => `#${id}`;
	return {
		lanes: lanes.map((lane) => {
			const copy = copyOf(lane, projection);
			const data = 'data' in copy ? ` ${copy.data}` : '';
			return `${sayWho(lane, projection.profiles)}: ${sayPlace(lane)}; ${sayCopy(copy, name)}${data}`;
		}),
		stored: storedSessions(lanes, projection).map(({ place, data }) => `${place} ${data ?? 'nothing'}`)
	};
}

const PLACES = {
	db: ['in the table {"num_visits":1}', 'in the table {"num_visits":2}'],
	cached_db: ['in the table {"num_visits":1}', 'in the table {"num_visits":2}'],
	cache: ["in the cache {'num_visits': 1}", "in the cache {'num_visits': 2}"],
	file: ['in its file {"num_visits":1}', 'in its file {"num_visits":2}'],
	signed_cookies: ['in the cookie {"num_visits":1}', 'in the cookie {"num_visits":2}']
} as const;

describe.each(Object.entries(PLACES))('the board with %s', (engine, [before, after]) => {
	it('says who holds which copy, and which is stale', () => {
		inWorld(engine, (world) => {
			expect(board(world)).toEqual({ lanes: [], stored: [] });
			twoBeforeSaving(world);
			const waiting =
				'in the server, its view has run at CommonMiddleware; holds a changed copy, not saved yet {"num_visits":2}';
			expect(board(world)).toEqual({
				lanes: [`Browser, tab 1: ${waiting}`, `Browser, tab 2: ${waiting}`],
				stored: [before]
			});
			world.apply({ type: 'finish', exchange: 3 });
			expect(board(world)).toEqual({
				lanes: [
					'Browser, tab 1: in the server, its view has run at CommonMiddleware; holds a stale copy: #3 has saved since. Saving this copy overwrites that. {"num_visits":2}',
					'Browser, tab 2: over, with status 200; is done and has saved its copy'
				],
				stored: [after]
			});
			world.apply({ type: 'finish', exchange: 2 });
			const done = 'over, with status 200; is done and has saved its copy';
			expect(board(world)).toEqual({
				lanes: [`Browser, tab 1: ${done}`, `Browser, tab 2: ${done}`],
				stored: [after]
			});
			world.apply({ type: 'visit', profile: 'browser', url: '/' });
			expect(board(world)).toEqual({ lanes: [], stored: [] });
		});
	});
});

describe('the lanes', () => {
	it('are those in flight and the last three that ended meanwhile', () => {
		inWorld('db', (world) => {
			world.apply({ type: 'visit', profile: 'browser', url: '/', hold: true });
			world.apply({ type: 'step', exchange: 2 });
			for (let visit = 0; visit < 5; visit++) world.apply({ type: 'visit', profile: 'second', url: '/' });
			expect(lanesOf(world.projection()).map(({ id }) => id)).toEqual([2, 5, 6, 7]);
		});
	});

	it('are none for a redirect, whose requests follow each other', () => {
		inWorld('db', (world) => {
			world.apply({ type: 'visit', profile: 'browser', url: '/there/' });
			expect(lanesOf(world.projection())).toEqual([]);
		});
	});

	it('tell that a tab was closed and nobody waits', () => {
		inWorld('db', (world) => {
			twoBeforeSaving(world);
			world.apply({ type: 'visit', profile: 'browser', url: '/', hold: true });
			world.apply({ type: 'closeTab', profile: 'browser', tab: 2 });
			expect(board(world).lanes).toEqual([
				'Browser: in the server, its view has run at CommonMiddleware; holds a changed copy, not saved yet {"num_visits":2}',
				'Browser, a closed tab: in the server, its view has run at CommonMiddleware; the browser waits no more; holds a changed copy, not saved yet {"num_visits":2}',
				'Browser, a closed tab: over: the tab was closed; the server never saw it'
			]);
		});
	});
});
