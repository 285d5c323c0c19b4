import { expect, it } from 'vitest';
import type { ConsoleLine, Projection } from '../world/projection.ts';
import { shareUnchanged } from './share-unchanged.ts';

/** A projection with these lines on its server's console, and nothing else. */
function saying(...texts: string[]): Projection {
	const console = texts.map((text) => ({ kind: 'print', text, at: 0 }) as ConsoleLine);
	const server = { files: {}, middleware: [], settings: {}, console };
	return { exchanges: [], profiles: [], server, store: {} } as unknown as Projection;
}

it('keeps the lines of the console that were there before, and takes the new one', () => {
	const older = saying('one', 'two');
	const { console } = shareUnchanged(older, saying('two', 'three')).server;
	expect(console).toEqual(saying('two', 'three').server.console);
	expect(console[0]).toBe(older.server.console[1]);
});

it('keeps the whole console where nothing was said', () => {
	const older = saying('one', 'two');
	expect(shareUnchanged(older, saying('one', 'two')).server.console).toBe(older.server.console);
});
