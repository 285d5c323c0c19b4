import { describe, expect, it } from 'vitest';
import { resolveAction, type Standing } from './actions.ts';
import type { LessonAction } from './schema/action.ts';

const exchange = (id: number, profile: string, tab: number, open = true) => ({
	id,
	profile,
	tab,
	next: open ? ({ phase: 'view' } as const) : null
});

const standing: Standing = {
	files: {},
	exchanges: [
		exchange(1, 'browser', 1, false),
		exchange(2, 'browser', 2),
		exchange(3, 'browser', 1),
		exchange(4, 'second', 1)
	]
};

describe('resolveAction', () => {
	it.each<[string, LessonAction, unknown]>([
		[
			'opens a request in a tab and holds it',
			{ visit: '/', tab: 2, hold: true },
			{ action: { type: 'visit', profile: 'browser', url: '/', tab: 2, hold: true } }
		],
		['steps the oldest under way', { step: true }, { action: { type: 'step', exchange: 2 } }],
		[
			'steps the one of a tab to a phase',
			{ step: { tab: 1 }, until: 'middleware-out' },
			{ action: { type: 'step', exchange: 3, until: 'middleware-out' } }
		],
		[
			'finishes the one of another browser',
			{ finish: true, browser: 'second' },
			{ action: { type: 'finish', exchange: 4 } }
		],
		[
			'says that a tab has none',
			{ finish: { tab: 3 } },
			{ misfit: 'browser has no request under way in tab 3' }
		],
		[
			'says that a browser has none',
			{ step: true, browser: 'third' },
			{ misfit: 'third has no request under way' }
		],
		['opens a tab', { openTab: true }, { action: { type: 'openTab', profile: 'browser' } }],
		['shows a tab', { pickTab: 1 }, { action: { type: 'pickTab', profile: 'browser', tab: 1 } }]
	])('%s', (_, action, expected) => {
		expect(resolveAction(action, standing, {})).toEqual(expected);
	});
});
