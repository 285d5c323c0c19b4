import { describe, expect, it } from 'vitest';
import { fragmentOf } from '../share-link.ts';
import { comparisonFragment, readComparison, type Comparand } from './comparison-link.ts';

const COMPARAND: Comparand = {
	script: 'visit /\nrestart\n',
	project: { 'views.py': 'é', 'settings.py': '' },
	engines: ['db', 'cache'],
	versions: ['3.2', '6.1']
};

it('a link holds the whole comparison', async () => {
	expect(await readComparison(await comparisonFragment(COMPARAND))).toEqual({ comparand: COMPARAND });
});

it.each(['', '#', '#scenario=abc', '#top'])('%j is about something else', async (fragment) => {
	expect(await readComparison(fragment)).toBeNull();
});

describe('a link that cannot be opened', () => {
	const whole = { format: 1, ...COMPARAND };
	it.each<[string, unknown, string]>([
		['another format', { ...whole, format: 2 }, 'format: it is of another format than 1'],
		['an unknown engine', { ...whole, engines: ['redis'] }, 'engines.0: '],
		['no engine', { ...whole, engines: [] }, 'engines: it names no engine'],
		['no version', { ...whole, versions: [] }, 'versions: it names no version'],
		['a file that is no text', { ...whole, project: { 'views.py': 1 } }, 'project.views.py: '],
		['a long script', { ...whole, script: 'x'.repeat(40_000) }, 'script: its script is too long'],
		['something more', { ...whole, evil: true }, 'evil: '],
		['a list', [], 'format: Invalid key']
	])('%s', async (_, json, says) => {
		const read = await readComparison(await fragmentOf(JSON.stringify(json), 'compare'));
		expect(read).toEqual({
			problem: expect.stringContaining(`This is not a comparison that can be opened: ${says}`) as string
		});
	});

	it('no JSON', async () => {
		expect(await readComparison(await fragmentOf('visit /', 'compare'))).toEqual({
			problem: expect.stringContaining('This is not a comparison that can be opened: ') as string
		});
	});

	it('cut', async () => {
		const fragment = await comparisonFragment(COMPARAND);
		expect(await readComparison(fragment.slice(0, -20))).toEqual({
			problem: 'This link is not whole. Part of it was lost on the way. Ask for it again.'
		});
	});

	it('far too large', async () => {
		expect(await readComparison(await fragmentOf(' '.repeat(3_000_000), 'compare'))).toEqual({
			problem: 'This link holds far more text than a comparison has. It was not opened.'
		});
	});
});
