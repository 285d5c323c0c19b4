import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_START } from '../time/instant.ts';
import { readFragment, readScenario, scenarioText } from './scenario-text.ts';
import { fragmentOf } from './share-link.ts';

const text = scenarioText({
	start: {
		django: '5.2',
		now: DEFAULT_START,
		project: { 'views.py': 'x = 1\n'.repeat(20) },
		origin: 'http://127.0.0.1:8000',
		sessionKeys: [],
		seed: 's'
	},
	actions: [{ type: 'visit', profile: 'browser', url: '/' }]
});

it('a link that was cut anywhere is told in a sentence', async () => {
	const link = await fragmentOf(text);
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: '#scenario='.length, max: link.length - 4 }), async (length) => {
			expect(await readFragment(link.slice(0, length))).toMatchObject({
				problem: expect.stringMatching(/\.$/) as string
			});
		}),
		{ seed: 6, numRuns: 100 }
	);
});

it.each([
	['an unknown action', { steps: [{ explode: true }] }],
	['an unknown action of ours', { steps: [{ action: { type: 'explode' } }] }],
	['another format', { format: 2, steps: [] }],
	['no project', { project: null, steps: [] }]
])('%s is told, and nothing of it is played', (_, change) => {
	const scenario = JSON.stringify({ ...(JSON.parse(text) as object), ...change });
	expect(readScenario(scenario)).toEqual({
		problem: expect.stringMatching(/^This is not a scenario that can be played: ./) as string
	});
});
