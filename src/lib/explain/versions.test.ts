import { expect, it } from 'vitest';
import { versionDifferences } from './versions.ts';

const differences = versionDifferences();
const valuesOf = (says: string) => differences.find((difference) => difference.says === says)?.values;

it('each difference is one: the four versions do not all have the same value', () => {
	const same = differences.filter(({ values }) => new Set(Object.values(values)).size === 1);
	expect(same).toEqual([]);
});

it.each([
	[
		'The release that the answers were recorded from',
		{ '3.2': '3.2.25', '4.2': '4.2.28', '5.2': '5.2.17', '6.1': '6.1.1' }
	],
	['PickleSerializer is there', { '3.2': 'yes', '4.2': 'yes', '5.2': 'no', '6.1': 'no' }],
	[
		'A response with status 503 leaves the session unsaved',
		{ '3.2': 'no', '4.2': 'yes', '5.2': 'yes', '6.1': 'yes' }
	],
	[
		'Rounds of the default password hasher',
		{ '3.2': '260,000', '4.2': '600,000', '5.2': '1,000,000', '6.1': '1,500,000' }
	]
])('%s', (says, values) => {
	expect(valuesOf(says)).toEqual(values);
});
