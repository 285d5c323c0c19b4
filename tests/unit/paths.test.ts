import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import type { PlayedMoment } from '../../src/lib/player/history.ts';
import { groupsOf } from '../../src/lib/player/history-groups.ts';
import { moved, without, type Rearranged } from '../../src/lib/player/reorder.ts';
import { replayMoments } from '../../src/lib/player/replay-moments.ts';
import { WorldHost } from '../../src/lib/worker/world-host.ts';
import type { Action } from '../../src/lib/world/action.ts';
import type { WorldPorts } from '../../src/lib/world/world.ts';
import { counterStart } from '../fixtures/counter-project.ts';

const browse = (url: string): Action => ({ type: 'visit', profile: 'browser', url });
const hold = (profile: string): Action => ({ type: 'visit', profile, url: '/', hold: true });
const step = (exchange: number): Action => ({ type: 'step', exchange });
const finish = (exchange: number): Action => ({ type: 'finish', exchange });

/** Actions before the history begins. */
const SETUP = 1;

let ports: WorldPorts;
beforeAll(async () => {
	ports = await bootWorldPorts();
});

async function play(actions: readonly Action[]): Promise<{ host: WorldHost; moments: PlayedMoment[] }> {
	const host = new WorldHost(() => Promise.resolve(ports));
	await host.start(counterStart());
	const { projection } = await host.apply({ type: 'manage', command: 'migrate -v 0' });
	const moments: PlayedMoment[] = [{ action: null, projection, events: [], result: { kind: 'none' } }];
	for (const action of actions) {
		const outcome = await host.apply(action);
		if (outcome.outcome === 'refused') throw new Error(JSON.stringify(outcome.refusal));
		moments.push({ action, ...outcome });
	}
	return { host, moments };
}

/** What browsers saw, oldest first: the counter starts with each browser. */
const bodies = (moments: readonly PlayedMoment[]) =>
	moments.at(-1)?.projection.exchanges.map(({ profile, response }) => {
		return `${profile}: ${response?.body ?? 'nothing yet'}`;
	});

async function rearranged(actions: readonly Action[], how: (moments: PlayedMoment[]) => Rearranged | null) {
	const { host, moments } = await play(actions);
	const plan = how(moments);
	if (!plan) return null;
	await host.goTo(SETUP + plan.after);
	const beginning = moments.slice(0, plan.after + 1);
	return replayMoments(beginning, moments, plan.order, (action) => host.apply(action));
}

const RACE = [hold('browser'), step(1), step(1), hold('second'), finish(2), step(1), finish(1)];

describe('the groups of a history', () => {
	it('are actions, and steps of one request without another between', async () => {
		const { moments } = await play([...RACE, { type: 'advance', by: 1 }]);
		expect(groupsOf(moments)).toEqual([
			{ from: 1, to: 3, exchange: 1 },
			{ from: 4, to: 5, exchange: 2 },
			{ from: 6, to: 7, exchange: 1 },
			{ from: 8, to: 8, exchange: null }
		]);
	});
});

describe('a path played anew', () => {
	it('is the path that never had what is skipped', async () => {
		const actions = [browse('/'), browse('/'), browse('/')];
		const replayed = await rearranged(actions, (moments) => without(groupsOf(moments), 1));
		const never = await play([browse('/'), browse('/')]);
		expect(replayed?.moments.at(-1)?.projection).toEqual(never.moments.at(-1)?.projection);
		expect(replayed?.leftOut).toEqual([]);
	});

	it('has the other order', async () => {
		const actions = [browse('/'), { type: 'restart' } as const, browse('/global/'), browse('/global/')];
		const replayed = await rearranged(actions, (moments) => moved(groupsOf(moments), 1, 1));
		expect(
			replayed?.moments.map(({ action }) => action && ('url' in action ? action.url : action.type))
		).toEqual([null, '/', '/global/', 'restart', '/global/']);
		expect(bodies(replayed?.moments ?? [])).toEqual(['browser: view count=1', 'browser: 1', 'browser: 1']);
	});

	it('gives steps to the request that they carried on, whatever its number is now', async () => {
		const replayed = await rearranged(RACE, (moments) => moved(groupsOf(moments), 1, -1));
		expect(replayed?.leftOut).toEqual([]);
		expect(bodies(replayed?.moments ?? [])).toEqual(['second: view count=1', 'browser: view count=1']);
		expect(replayed?.moments.at(-1)?.action).toEqual(finish(2));
	});

	it('marks what no longer fits with its reason, and goes on', async () => {
		const replayed = await rearranged(
			[{ type: 'openBrowser', profile: 'private', private: true }, hold('private'), finish(1), browse('/')],
			(moments) => moved(groupsOf(moments), 0, 1)
		);
		expect(replayed?.leftOut).toEqual([
			{
				action: { type: 'openBrowser', profile: 'private', private: true },
				after: 2,
				sentence: 'private is open already.'
			}
		]);
		expect(bodies(replayed?.moments ?? [])).toEqual(['private: view count=1', 'browser: view count=1']);
	});

	it('leaves out the steps of a request that is skipped', async () => {
		const replayed = await rearranged(RACE, (moments) => without(groupsOf(moments), 0));
		expect(replayed?.leftOut.map(({ action, after }) => [action, after])).toEqual([
			[step(1), 2],
			[finish(1), 2]
		]);
		expect(bodies(replayed?.moments ?? [])).toEqual(['second: view count=1']);
	});

	it('has no place before the first and after the last', async () => {
		const { moments } = await play([browse('/'), browse('/')]);
		expect(moved(groupsOf(moments), 0, -1)).toBeNull();
		expect(moved(groupsOf(moments), 1, 1)).toBeNull();
		expect(without(groupsOf(moments), 2)).toBeNull();
	});
});
