import { describe, expect, it } from 'vitest';
import type { PlayedMoment } from './history.ts';
import { stepUntilStop } from './step-until-stop.ts';
import type { Stop } from './stop-names.ts';

type Step = readonly [done: string, next: string | null, ...events: string[]];

/** A request of these steps, of which the first is done. */
function worldOf(steps: readonly Step[]) {
	const momentOf = ([done, next, ...types]: Step) =>
		({
			action: null,
			events: types.map((type) => ({ type, exchange: 1 })),
			projection: { exchanges: [{ id: 1, done: { phase: done }, next: next && { phase: next } }] }
		}) as unknown as PlayedMoment;
	const moments = steps.slice(0, 1).map(momentOf);
	return {
		moments,
		apply: () => {
			moments.push(...steps.slice(moments.length, moments.length + 1).map(momentOf));
			return Promise.resolve();
		},
		undoLast: () => {
			moments.pop();
			return Promise.resolve();
		}
	};
}

const STEPS: readonly Step[] = [
	['receive', 'route'],
	['route', 'view'],
	['view', 'middleware-out', 'view.raised'],
	['middleware-out', 'middleware-out'],
	['middleware-out', 'respond', 'session.saved'],
	['respond', 'store-cookies'],
	['store-cookies', 'render', 'cookie.refused'],
	['render', null]
];

describe('running to a stop', () => {
	it.each<[readonly Stop[], readonly [Stop, number][]]>([
		[[], []],
		[['view'], [['view', 2]]],
		[['save'], [['save', 4]]],
		[
			['raised', 'refused'],
			[
				['raised', 3],
				['refused', 7]
			]
		],
		[
			['respond', 'save'],
			[
				['save', 4],
				['respond', 5]
			]
		],
		[['missed'], []]
	])('with %j chosen stops at %j', async (chosen, expected) => {
		const world = worldOf(STEPS);
		const stops: [Stop, number][] = [];
		let goingOn = true;
		while (world.moments.length < STEPS.length) {
			const stop = await stepUntilStop(world, 1, (each) => chosen.includes(each), goingOn);
			if (stop) stops.push([stop, world.moments.length]);
			goingOn = stop !== null;
		}
		expect(stops).toEqual(expected);
	});
});
