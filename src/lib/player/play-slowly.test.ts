import { describe, expect, it } from 'vitest';
import { PHASES } from '../exchange/phases.ts';
import type { Action } from '../world/action.ts';
import type { ExchangeView } from '../world/projection.ts';
import { playSlowly } from './play-slowly.ts';

/** A world of exchanges that only know which phase comes next; exchange 2 waits before its view. */
function worldWith(done: Action[]) {
	const at = new Map<number, number>([[2, PHASES.indexOf('view')]]);
	return {
		apply: (action: Action) => {
			done.push(action);
			if (action.type === 'visit') at.set(3, 0);
			if (action.type === 'step') at.set(action.exchange, (at.get(action.exchange) ?? 0) + 1);
			return Promise.resolve();
		},
		exchanges: () =>
			[...at].map(([id, phase]) => {
				const next = PHASES[phase];
				return { id, next: next ? { phase: next } : null } as ExchangeView;
			}),
		refused: () => false
	};
}

const step = (exchange: number): Action => ({ type: 'step', exchange });
const visit: Action = { type: 'visit', profile: 'browser', url: '/' };

describe('playSlowly', () => {
	it.each<[string, Action, readonly Action[]]>([
		[
			'shows each step of a visit, and leaves alone what waits',
			visit,
			[{ ...visit, hold: true }, ...PHASES.map(() => step(3))]
		],
		['opens a request that is held', { ...visit, hold: true }, [{ ...visit, hold: true }]],
		['steps to a phase', { type: 'step', exchange: 2, until: 'respond' }, [step(2), step(2)]],
		['does one step', step(2), [step(2)]],
		['finishes', { type: 'finish', exchange: 2 }, PHASES.slice(PHASES.indexOf('view')).map(() => step(2))],
		['does what is no request', { type: 'restart' }, [{ type: 'restart' }]]
	])('%s', async (_, action, expected) => {
		const done: Action[] = [];
		await playSlowly(action, worldWith(done));
		expect(done).toEqual(expected);
	});
});
