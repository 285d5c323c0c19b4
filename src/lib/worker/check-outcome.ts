import * as v from 'valibot';
import type { ActionOutcome } from './protocol.ts';

const projection = v.looseObject({
	now: v.number(),
	start: v.number(),
	actions: v.number(),
	origin: v.string(),
	profiles: v.array(
		v.looseObject({
			name: v.string(),
			blocked: v.boolean(),
			cookies: v.array(v.looseObject({ name: v.string(), value: v.string() })),
			url: v.nullable(v.string()),
			page: v.nullable(v.looseObject({ status: v.number(), contentType: v.string(), body: v.string() }))
		})
	),
	exchanges: v.array(
		v.looseObject({
			id: v.number(),
			method: v.string(),
			url: v.string(),
			events: v.array(v.looseObject({ type: v.string(), seq: v.number() }))
		})
	),
	server: v.looseObject({ files: v.record(v.string(), v.string()), middleware: v.array(v.string()) }),
	store: v.looseObject({ count: v.number(), files: v.array(v.string()) })
});

const outcome = v.variant('outcome', [
	v.looseObject({
		outcome: v.literal('applied'),
		events: v.array(v.looseObject({ type: v.string(), seq: v.number() })),
		projection,
		result: v.looseObject({ kind: v.picklist(['none', 'command', 'rows']) })
	}),
	v.looseObject({
		outcome: v.literal('refused'),
		refusal: v.looseObject({ reason: v.string() }),
		projection
	})
]);

/**
 * What comes out of the worker is untrusted: learners' code runs there. The page uses it as text only; this checks
 * that its shape is what the page takes.
 * @throws Error when it is not
 */
export function checkOutcome(value: unknown): ActionOutcome {
	const checked = v.safeParse(outcome, value);
	if (!checked.success)
		throw new Error(`The simulator answered something else: ${checked.issues[0].message}`);
	return value as ActionOutcome;
}
