import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keepAgreement } from '../../fidelity/agreement.ts';
import { playJarCase } from '../../../src/cli/replay/jar-case.ts';

interface RecordedCase extends Record<string, unknown> {
	readonly id: string;
	readonly group: string;
	readonly expect: readonly unknown[];
	readonly decisions?: readonly unknown[];
}

const FILES = ['chromium', 'probes', 'parsing', 'reasons', 'limits-and-time'];
const cases = FILES.flatMap((file) =>
	readFileSync(new URL(`${file}.jsonl`, import.meta.url), 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as RecordedCase)
);
const groups = [...new Set(cases.map(({ group }) => group))];

/** A list answer in an order of its own; expiry forgives a second, as SCHEMA.md says. */
function comparable(answer: unknown): unknown {
	if (!Array.isArray(answer)) return answer;
	const entries = answer.map((entry: Record<string, unknown>) => ({
		...entry,
		expires: typeof entry.expires === 'string' ? Math.round(Date.parse(entry.expires) / 2000) : null
	}));
	return entries.map((entry) => JSON.stringify(entry, Object.keys(entry).sort())).sort();
}

describe.each(groups)('as Chromium 156: %s', (group) => {
	it.for(cases.filter((recorded) => recorded.group === group))('$id', (recorded, context) => {
		keepAgreement(context, { with: 'Chromium', group, id: recorded.id, agrees: true });
		const { results, decisions } = playJarCase(recorded);
		expect(results.map(comparable)).toEqual(recorded.expect.map(comparable));
		recorded.decisions?.forEach((reasons, step) => {
			if (reasons !== null) expect({ step, reasons: decisions[step] }).toEqual({ step, reasons });
		});
	});
});
