import { expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

it.each([
	[{ a: 1 }, { a: 1 }, true],
	[{ a: 1 }, { a: 2 }, false],
	['for', 'fro', false]
])('%j and %j have the same fingerprint: %s', (left, right, same) => {
	expect(fingerprintOf(left) === fingerprintOf(right)).toBe(same);
});
