import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import { worldHash } from '../../src/lib/world/world-hash.ts';
import { World, type WorldPorts } from '../../src/lib/world/world.ts';
import { COUNTER_PROJECT, counterStart } from '../fixtures/counter-project.ts';

let ports: WorldPorts;

beforeAll(async () => {
	ports = await bootWorldPorts();
});

/** A migrated world with one session, which expires on 2026-01-19 at 09:30. It begins on 2026-01-05 at 09:30. */
function inWorld(zone: string, work: (world: World) => void): void {
	const settings = `${COUNTER_PROJECT['settings.py'] ?? ''}TIME_ZONE = '${zone}'\n`;
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

describe('cron', () => {
	it.each([
		['UTC', '18h', ['2026-01-06T03:00']],
		['UTC', '17h', []],
		['America/Chicago', '1d', ['2026-01-06T09:00']]
	])('in %s runs clearsessions in a jump of %s at %j', (zone, by, expected) => {
		inWorld(zone, (world) => {
			world.apply({ type: 'cron', on: true });
			const { events } = world.apply({ type: 'advance', by });
			const runs = events.filter(({ type }) => type === 'cron.started').map(({ at }) => at);
			expect(runs.map((at) => new Date(at / 1000).toISOString().slice(0, 16))).toEqual(expected);
			const commands = events.flatMap((event) => (event.type === 'command.ran' ? [event.input] : []));
			expect(commands).toEqual(expected.map(() => 'clearsessions'));
		});
	});

	it.each([
		[true, 0],
		[false, 1]
	])('switched on %s leaves %d rows a night after they expired', (on, rows) => {
		inWorld('UTC', (world) => {
			world.apply({ type: 'cron', on: true });
			if (!on) world.apply({ type: 'cron', on: false });
			world.apply({ type: 'advance', by: '14d' });
			expect(world.projection().store.count).toBe(1);
			world.apply({ type: 'advance', by: '1d' });
			expect(world.projection().store.count).toBe(rows);
			expect(world.projection().now).toBe(world.start.now + 15 * 86_400_000_000);
		});
	});

	it('runs once a night, and says when a jump passes more nights than it runs', () => {
		inWorld('UTC', (world) => {
			world.apply({ type: 'cron', on: true });
			const { events } = world.apply({ type: 'advance', by: '40d' });
			expect(events.filter(({ type }) => type === 'cron.started')).toHaveLength(31);
			expect(events.find(({ type }) => type === 'cron.skipped')).toMatchObject({ after: 31 });
		});
	});

	it('is part of the world’s hash', () => {
		inWorld('UTC', (world) => {
			const before = worldHash(world);
			world.cron = true;
			expect(worldHash(world)).not.toBe(before);
		});
	});
});
