import { expect, it } from 'vitest';
import { isIncompleteBlock } from './python-block.ts';

it.each([
	['1 + 1', false],
	['', false],
	['print("if x:")', false],
	['x = (1,', true],
	['x = (1,\n2)', false],
	['x = {"a": [1,', true],
	['x = "a ( b"', false],
	["x = '''a", true],
	["x = '''a\nb'''", false],
	['x = 1 + \\', true],
	['for x in range(3):', true],
	['for x in range(3):\n    print(x)', true],
	['for x in range(3):\n    print(x)\n', false],
	['if x:  # why not', true],
	['def f():\n    return 1\n', false],
	['@decorator', true],
	['@decorator\ndef f():\n    pass', true],
	['async def f():', true],
	['with open(x) as f:', true],
	['if x: print(1)', true],
	['if x: print(1)\n', false],
	['iffy = 1', false],
	['# if x:', false],
	['x = 1  # (', false]
])('%j waits for more: %j', (text, incomplete) => {
	expect(isIncompleteBlock(text)).toBe(incomplete);
});
