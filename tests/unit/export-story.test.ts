import { unzipSync, strFromU8 } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import { curlLines } from '../../src/lib/player/export/curl-lines.ts';
import { exchangesOf, recordedSteps, type Story } from '../../src/lib/player/export/story-of.ts';
import { transcript } from '../../src/lib/player/export/transcript.ts';
import { zip } from '../../src/lib/player/export/zip.ts';
import { DEFAULT_START } from '../../src/lib/time/instant.ts';
import { addBook, look, migrate, shelfStart } from '../../src/lib/ui/sandbox/presets/shelf.ts';
import type { Action } from '../../src/lib/world/action.ts';
import { World, type WorldPorts } from '../../src/lib/world/world.ts';

let ports: WorldPorts;

beforeAll(async () => {
	ports = await bootWorldPorts();
});

/** A story as the page has it: the setup is done before its first moment. */
function story(actions: readonly Action[]): Story {
	const start = shelfStart('db');
	const world = new World(start, ports);
	world.apply(migrate);
	const none = { kind: 'none' } as const;
	const first = { action: null, events: [], projection: world.projection(), result: none };
	const later = actions.map((action) => {
		const { events } = world.apply(action);
		return { action, events, projection: world.projection(), result: none };
	});
	world.end();
	return { scenario: { start, actions: [migrate, ...actions] }, moments: [first, ...later] };
}

describe('a story that leaves the page', () => {
	it('has every action, and the state after the setup', () => {
		const told = story([addBook, look]);
		const steps = recordedSteps(told);
		expect(steps.map(({ action }) => action)).toEqual([migrate, addBook, look]);
		expect(steps.map(({ after }) => after?.store.count)).toEqual([0, 1, 1]);
		expect(exchangesOf(told).map(({ id }) => id)).toEqual([1, 2]);
	});

	it('is told in sentences', () => {
		const text = transcript(story([addBook, { type: 'advance', by: '15d' }]));
		expect(text).toContain(
			'# A story of cookies and sessions\n\nDjango 5.2. It begins on 5 January 2026, 09:30:00 UTC.'
		);
		expect(text).toContain('1. **The session is saved** (5 January 2026, 09:30:00).');
		expect(text).toContain('   - The server answers with status 200 and forgets the request.');
		expect(text).toContain('2. **A row has expired** (20 January 2026, 09:30:00).');
		expect(text).not.toContain('undefined');
	});

	it('is sent again by curl, cookies included', () => {
		expect(curlLines(exchangesOf(story([addBook, look])))).toBe(`#!/bin/bash
# The cookies are those of the story: curl keeps none by itself.

# 1. browser: 200 OK
curl 'http://127.0.0.1:8000/add/'

# 2. browser: 200 OK
curl 'http://127.0.0.1:8000/' \\
  -b 'sessionid=basket00000000000000000000000001'
`);
	});

	it('fits into a zip file', () => {
		const bytes = zip('story', { 'views.py': 'é', 'templates/a.html': '<p>' }, DEFAULT_START);
		const files = Object.entries(unzipSync(bytes)).map(([path, text]) => [path, strFromU8(text)]);
		expect(files).toEqual([
			['story/views.py', 'é'],
			['story/templates/a.html', '<p>']
		]);
		expect(zip('story', { 'views.py': 'é', 'templates/a.html': '<p>' }, DEFAULT_START)).toEqual(bytes);
	});
});
