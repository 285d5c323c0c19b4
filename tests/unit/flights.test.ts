import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import type { Phase } from '../../src/lib/exchange/phases.ts';
import type { Action } from '../../src/lib/world/action.ts';
import { InvalidAction } from '../../src/lib/world/invalid-action.ts';
import type { ExchangeView } from '../../src/lib/world/projection.ts';
import { World, type WorldPorts } from '../../src/lib/world/world.ts';
import { counterStart } from '../fixtures/counter-project.ts';

let ports: WorldPorts;

beforeAll(async () => {
	ports = await bootWorldPorts();
});

/** A migrated world whose browser has visited once: exchange 1. */
function inWorld(work: (world: World) => void): void {
	const world = new World(counterStart(), ports);
	try {
		world.apply({ type: 'manage', command: 'migrate -v 0' });
		world.apply({ type: 'visit', profile: 'browser', url: '/' });
		work(world);
	} finally {
		world.end();
	}
}

const held: Action = { type: 'visit', profile: 'browser', url: '/', hold: true };
const view = (world: World, id: number): ExchangeView | undefined =>
	world.projection().exchanges.find((exchange) => exchange.id === id);
const visits = (world: World) => world.projection().store.sessions?.[0]?.decoded;

/** The second exchange waits at a phase. */
function waitAt(world: World, until: Phase): void {
	world.apply(held);
	if (until !== 'navigate') world.apply({ type: 'step', exchange: 2, until });
}

describe('a request that is stopped', () => {
	it.each<[Phase, unknown]>([
		['send', null],
		['receive', null],
		['view', { key: 'dkqpyezhfotla1t8u0iarlh0v678u4ge', data: null, modified: false }],
		['middleware-out', { key: 'dkqpyezhfotla1t8u0iarlh0v678u4ge', data: '{"num_visits":2}', modified: true }],
		['respond', { key: 'dkqpyezhfotla1t8u0iarlh0v678u4ge', data: '{"num_visits":2}', modified: true }],
		['store-cookies', null]
	])('before %s holds this of its session', (until, session) => {
		inWorld((world) => {
			waitAt(world, until);
			expect(view(world, 2)?.next?.phase).toBe(until);
			expect(view(world, 2)?.session).toEqual(session);
		});
	});

	it('steps on until a phase, or to its end where that phase does not come', () => {
		inWorld((world) => {
			waitAt(world, 'view');
			world.apply({ type: 'step', exchange: 2, until: 'receive' });
			expect(view(world, 2)).toMatchObject({ next: null, failure: null });
			expect(() => world.apply({ type: 'step', exchange: 2, until: 'view' })).toThrow(InvalidAction);
		});
	});
});

describe('a tab that loads another page while it waits', () => {
	const sent = { next: { phase: 'navigate' }, cancelled: null };
	it.each<[Phase, { gone: boolean; sent: boolean; visits: string }]>([
		['navigate', { gone: true, sent: false, visits: '{"num_visits":1}' }],
		['send', { gone: true, sent: false, visits: '{"num_visits":1}' }],
		['receive', { gone: false, sent: true, visits: '{"num_visits":2}' }],
		['middleware-out', { gone: false, sent: true, visits: '{"num_visits":2}' }],
		['respond', { gone: false, sent: true, visits: '{"num_visits":2}' }],
		['store-cookies', { gone: true, sent: true, visits: '{"num_visits":2}' }],
		['render', { gone: true, sent: true, visits: '{"num_visits":2}' }]
	])('gives up the request that is before %s; a server that has it goes on', (until, expected) => {
		inWorld((world) => {
			waitAt(world, until);
			const { events } = world.apply(held);
			const cancelled = events.find(({ type }) => type === 'exchange.cancelled');
			expect(cancelled).toMatchObject({ exchange: 2, reason: 'Navigation', sent: expected.sent });
			expect(view(world, 2)?.next === null).toBe(expected.gone);
			expect(view(world, 3)).toMatchObject(sent);
			if (!expected.gone) world.apply({ type: 'finish', exchange: 2 });
			const failure = { reason: 'Cancelled', message: 'the tab went on to another page.' };
			expect(view(world, 2)).toMatchObject({ next: null, cancelled: 'Navigation', failure });
			expect(visits(world)).toBe(expected.visits);
		});
	});

	it('stores no cookie of the answer that nobody waits for', () => {
		inWorld((world) => {
			world.apply({ type: 'deleteCookie', profile: 'browser', name: 'sessionid' });
			waitAt(world, 'view');
			world.apply(held);
			const { events } = world.apply({ type: 'finish', exchange: 2 });
			expect(events.map(({ type }) => type)).toContain('session.created');
			expect(events.map(({ type }) => type)).not.toContain('cookie.stored');
			expect(world.projection().profiles[0]?.cookies).toEqual([]);
		});
	});
});

describe('what else gives a request up', () => {
	it.each<[string, readonly Action[], ExchangeView['cancelled']]>([
		['another tab loads a page', [{ type: 'openTab', profile: 'browser' }, held], null],
		['another browser loads a page', [{ ...held, profile: 'second' }], null],
		['a script of the page fetches', [{ type: 'fetch', profile: 'browser', url: '/', hold: true }], null],
		['the page is loaded again', [{ type: 'reload', profile: 'browser', hold: true }], 'Navigation'],
		['its tab is closed', [{ type: 'closeTab', profile: 'browser', tab: 1 }], 'TabClosed'],
		['the browser is closed', [{ type: 'closeBrowser', profile: 'browser' }], 'BrowserClosed'],
		['the browser crashes', [{ type: 'crash', profile: 'browser', restore: false }], 'BrowserClosed']
	])('%s', (_, actions, cancelled) => {
		inWorld((world) => {
			waitAt(world, 'view');
			for (const action of actions) world.apply(action);
			expect(view(world, 2)?.cancelled).toBe(cancelled);
		});
	});

	it('a page that comes gives up what the page before it fetched', () => {
		inWorld((world) => {
			world.apply({ type: 'fetch', profile: 'browser', url: '/', hold: true });
			world.apply({ type: 'step', exchange: 2, until: 'view' });
			world.apply(held);
			expect(view(world, 2)?.cancelled).toBe(null);
			world.apply({ type: 'finish', exchange: 3 });
			expect(view(world, 2)?.cancelled).toBe('Navigation');
		});
	});

	it('a worker that ends takes its request with it', () => {
		inWorld((world) => {
			waitAt(world, 'middleware-out');
			world.apply({ type: 'restart' });
			expect(view(world, 2)?.session).toBe(null);
			world.apply({ type: 'finish', exchange: 2 });
			expect(view(world, 2)).toMatchObject({ next: null, failure: { reason: 'WorkerKilled' } });
			expect(visits(world)).toBe('{"num_visits":1}');
		});
	});
});
