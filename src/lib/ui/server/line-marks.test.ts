import { describe, expect, it } from 'vitest';
import type { EpochMicros } from '$lib/time/instant.ts';
import type { WorldEvent } from '$lib/world/events.ts';
import { editedSince } from './line-marks.ts';

const at = 0 as EpochMicros;
const edited = (seq: number): WorldEvent => ({ type: 'files.edited', paths: ['views.py'], seq, at });
const ended = (seq: number): WorldEvent => ({ type: 'exchange.ended', seq, at });
const moved = (seq: number): WorldEvent => ({ type: 'clock.advanced', from: at, to: at, seq, at });

describe('whether files were edited since an exchange', () => {
	it.each<[string, WorldEvent[][], boolean]>([
		['not at all', [[ended(5)]], false],
		['before it', [[edited(3)], [ended(5)]], false],
		['after it', [[ended(5)], [edited(6)]], true],
		['after it, and the clock moved since', [[ended(5)], [edited(6)], [moved(7)]], true],
		['only the clock moved', [[ended(5)], [moved(6)]], false]
	])('%s', (_, moments, expected) => {
		expect(
			editedSince(
				5,
				moments.map((events) => ({ events }))
			)
		).toBe(expected);
	});
});
