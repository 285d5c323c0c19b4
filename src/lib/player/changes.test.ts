import { expect, it } from 'vitest';
import type { Projection } from '../world/projection.ts';
import { changesBetween } from './changes.ts';

const entry = { location: '', key: ':1:a', bytes: 1, value: '1', expires: null, expired: false };

function projection(process: string, workers: string[], cache: readonly unknown[]): Projection {
	return {
		profiles: [],
		server: { process, workers, console: [] },
		store: { sessions: [], sessionFiles: [], cache }
	} as unknown as Projection;
}

it.each([
	['its process forgot it', 'p1', ['p1', 'p2'], 1],
	['another worker answers, and the first one runs on', 'p2', ['p1', 'p2'], 0],
	['its process is gone', 'p3', ['p3'], 1]
])('an entry of the cache is shown as deleted when it is: %s', (_, process, workers, ghosts) => {
	const before = projection('p1', ['p1', 'p2'], [entry]);
	expect(changesBetween(before, projection(process, workers, [])).cacheGhosts).toHaveLength(ghosts);
});

it('an entry that another worker has already is not new', () => {
	const after = projection('p2', ['p1', 'p2'], [entry]);
	expect(changesBetween(projection('p1', ['p1', 'p2'], []), after).cache.size).toBe(0);
});
