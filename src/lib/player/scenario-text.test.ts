import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DEFAULT_START } from '../time/instant.ts';
import type { Action } from '../world/action.ts';
import type { WorldStart } from '../world/scenario.ts';
import { readFragment, readScenario, scenarioText } from './scenario-text.ts';
import { fragmentOf } from './share-link.ts';

const start: WorldStart = {
	django: '5.2',
	now: DEFAULT_START,
	project: { 'settings.py': 'SECRET_KEY = "ü"\n', 'views.py': '' },
	origin: 'http://127.0.0.1:8000',
	sessionKeys: [],
	seed: 'sandbox',
	sites: [
		{ origin: 'https://evil.example', content: { kind: 'pages', pages: { '/': { body: '<p>Hello</p>' } } } }
	],
	fullBrowser: true
};
const actions: readonly Action[] = [
	{ type: 'visit', profile: 'browser', url: '/count/' },
	{ type: 'visit', profile: 'browser', url: '/count/', hold: true },
	{ type: 'step', exchange: 2 },
	{ type: 'submit', profile: 'second', to: '/login/', data: { name: 'ann' } },
	{ type: 'advance', by: '14d' },
	{ type: 'advance', by: 1.5 },
	{ type: 'edit', files: { 'views.py': 'x = 1', 'old.py': null } },
	{ type: 'blockCookies', profile: 'browser', blocked: true },
	{ type: 'manage', command: 'clearsessions' },
	{ type: 'manage', command: 'migrate', terminal: true },
	{ type: 'shell', code: '1 + 1', interactive: true },
	{ type: 'workers', count: 2 },
	{ type: 'deploy', django: '6.1' },
	{ type: 'preferCookies', profile: 'browser', change: { blockThirdParty: true } },
	{ type: 'openBrowser', profile: 'private', private: true },
	{ type: 'fetch', profile: 'browser', url: '/api/', headers: [['X-A', 'b']], credentials: 'include' }
];

const encoded = (bytes: Uint8Array) => `#scenario=${Buffer.from(bytes).toString('base64url')}`;
const deflated = (text: string) => encoded(deflateRawSync(text));
const file = (change: object) =>
	JSON.stringify({ ...JSON.parse(scenarioText({ start, actions })), ...change });

describe('a shared scenario', () => {
	it('comes back whole from its text and from its link', async () => {
		const text = scenarioText({ start, actions });
		expect(readScenario(text)).toEqual({ scenario: { start, actions } });
		expect(await readFragment(await fragmentOf(text))).toEqual({ scenario: { start, actions } });
	});

	it('passes over a fragment that is about something else', async () => {
		expect(await readFragment('#lessons')).toBeNull();
	});

	it.each([
		['cut', deflated(scenarioText({ start, actions })).slice(0, -40), /not whole/],
		['not base64', '#scenario=%%%', /not whole/],
		['empty', '#scenario=', /not whole/],
		['a bomb', deflated('a'.repeat(3_000_000)), /far more text/],
		['no JSON', deflated('<script>'), /cannot|can be played: Unexpected token/],
		['a list', deflated('[]'), /can be played: scenario/]
	])('in a link that is %s is told in one sentence', async (_, fragment, problem) => {
		const read = await readFragment(fragment);
		expect(read).toEqual({ problem: expect.stringMatching(problem) as string });
	});

	it.each([
		['another format', { format: 2 }, 'scenario.format: is of another format than 1'],
		['another Django', { django: '1.11' }, 'scenario.django'],
		['no instant', { now: 'tomorrow' }, 'Not an instant in UTC: "tomorrow"'],
		['an unknown step', { steps: [{ explode: true }] }, 'steps[0]'],
		['an unknown action', { steps: [{ action: { type: 'explode' } }] }, 'steps[0].action.type'],
		[
			'an action with a field too many',
			{ steps: [{ action: { type: 'restart', now: true } }] },
			'steps[0].action: restart (now)'
		],
		[
			'an action with a wrong field',
			{ steps: [{ action: { type: 'workers', count: 'two' } }] },
			'steps[0].action: workers (count)'
		]
	])('with %s is told in one sentence', (_, change, sentence) => {
		const read = readScenario(file(change));
		expect(read).toEqual({ problem: expect.stringContaining(sentence) as string });
	});
});
