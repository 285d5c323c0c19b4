import { describe, expect, it } from 'vitest';
import { fitMessages } from './fit-messages.ts';

/** A stand-in for signing: the text itself. */
const plain = (json: string) => json;
const text = (letter: string, length: number) => `"${letter.repeat(length)}"`;

describe.each([true, false])('messages in a cookie (by halving: %s)', (bisects) => {
	it.each([
		['none', [], true, { cookie: null, left: 0 }],
		['all fit', ['"a"', '"b"'], true, { cookie: '["a","b"]', left: 0 }],
		[
			'the newest are kept',
			[text('a', 1500), text('b', 1500)],
			true,
			{ cookie: `[${text('b', 1500)},"__messagesnotfinished__"]`, left: 1 }
		],
		[
			'the oldest are kept',
			[text('a', 1500), text('b', 1500)],
			false,
			{ cookie: `[${text('a', 1500)},"__messagesnotfinished__"]`, left: 1 }
		],
		['not one fits', [text('a', 3000)], true, { cookie: '["__messagesnotfinished__"]', left: 1 }]
	] as const)('%s', (_name, messages, keepNewest, fitted) => {
		expect(fitMessages(messages, plain, keepNewest, bisects)).toEqual(fitted);
	});
});
