import { describe, expect, it } from 'vitest';
import { parseInstant } from '../time/instant.ts';
import { resolveAction, type Standing } from './actions.ts';
import type { LessonAction } from './schema/action.ts';

const START = parseInstant('2026-01-05T09:30:00Z');

const exchange = (id: number, profile: string, tab: number, open = true) => ({
	id,
	profile,
	tab,
	next: open ? ({ phase: 'view' } as const) : null
});

const standing: Standing = {
	files: { 'settings.py': "NAME = 'blog'\n" },
	exchanges: [
		exchange(1, 'browser', 1, false),
		exchange(2, 'browser', 2),
		exchange(3, 'browser', 1),
		exchange(4, 'second', 1)
	],
	profiles: [
		{
			name: 'second',
			cookies: [
				{
					name: 'sessionid',
					value: 'k',
					domain: '127.0.0.1',
					hostOnly: true,
					path: '/',
					expires: null,
					secure: false,
					httpOnly: true,
					sameSite: 'lax',
					priority: 'medium',
					created: START,
					lastAccess: START,
					order: 0
				}
			]
		}
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
		[
			'writes a cookie by hand',
			{ putCookie: { name: 'a', value: '1' } },
			{ action: { type: 'putCookie', profile: 'browser', name: 'a', value: '1' } }
		],
		[
			'copies a cookie of another browser',
			{ putCookie: { name: 'sessionid', valueOf: 'second' } },
			{ action: { type: 'putCookie', profile: 'browser', name: 'sessionid', value: 'k' } }
		],
		[
			'says that the other browser has no such cookie',
			{ putCookie: { name: 'theme', valueOf: 'second' } },
			{ misfit: 'Second browser has no cookie theme yet' }
		],
		[
			'says that a change was made before',
			{ change: [{ path: 'settings.py', find: "'db'", to: "'blog'" }] },
			{ misfit: 'settings.py has this change already' }
		],
		[
			'says that a change finds nothing',
			{ change: [{ path: 'settings.py', find: "'db'", to: "'shop'" }] },
			{ misfit: 'settings.py does not have "\'db\'"' }
		],
		['opens a tab', { openTab: true }, { action: { type: 'openTab', profile: 'browser' } }],
		['shows a tab', { pickTab: 1 }, { action: { type: 'pickTab', profile: 'browser', tab: 1 } }]
	])('%s', (_, action, expected) => {
		expect(resolveAction(action, standing, {})).toEqual(expected);
	});
});
