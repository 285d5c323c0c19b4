import { expect, it } from 'vitest';
import { readPickle } from './read-pickle.ts';

/** The bytes of a text of two hexadecimal digits each. */
function bytesOf(hex: string): Uint8Array {
	return Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}

// Made by CPython's pickle.dumps, beside the repr of what went in.
it.each<[number, string, string]>([
	[5, '80059513000000000000007d948c0a6e756d5f766973697473944b01732e', "{'num_visits': 1}"],
	[
		2,
		'80027d71002858010000006171015d7102284b014b027d710358010000006271044e736558010000007471054b018571065803000000796573710788752e',
		"{'a': [1, 2, {'b': None}], 't': (1,), 'yes': True}"
	],
	[
		5,
		'80059541000000000000007d94288c0166944740000000000000008c016e944affffffff8c03626967948a090000000000000000408c0173948c05697427730a948c016294430200ff94752e',
		"{'f': 2.0, 'n': -1, 'big': 1180591620717411303424, 's': \"it's\\n\", 'b': b'\\x00\\xff'}"
	],
	[
		4,
		'8004951c000000000000007d94288c03736574948f94284b01908c0366726f94284b019194752e',
		"{'set': {1}, 'fro': frozenset({1})}"
	],
	[5, '8005950e000000000000005d94288c0473616d65946801652e', "['same', 'same']"],
	[
		5,
		'80059527000000000000007d948c0164948c086461746574696d65948c0464617465949394430407ea01059485945294732e',
		"{'d': datetime.date(b'\\x07\\xea\\x01\\x05')}"
	]
])('protocol %i of %s reads as %s', (_, hex, text) => {
	expect(readPickle(bytesOf(hex))).toBe(text);
});

it.each([
	['', 'nothing'],
	['7b2261223a20317d', 'JSON'],
	['80059528', 'the beginning of a pickle']
])('%s is no pickle (%s)', (hex) => {
	expect(readPickle(bytesOf(hex))).toBeNull();
});

it('names what a pickle would call, and does not call it', () => {
	expect(
		readPickle(
			bytesOf('80049521000000000000008c05706f736978948c0673797374656d9493948c06726d202d726694859452942e')
		)
	).toBe("posix.system('rm -rf')");
});
