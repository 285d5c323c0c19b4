import * as v from 'valibot';
import { DJANGO_VERSIONS } from '../../lib/django/server.ts';

const text = v.string();
const headers = v.record(text, text);
const browser = v.optional(text, 'browser');
const note = v.optional(v.unknown());

/**
 * The steps of the replay format, version 1 (a floor: what is here stays as it is). `workers`, `nextWorker` and
 * `restartWorker` are ours: how many processes answer, which takes the next request, one that starts anew.
 */
export const stepSchema = v.union([
	v.strictObject({ visit: text, headers: v.optional(headers), browser, note }),
	v.strictObject({
		submit: v.strictObject({ to: text, data: v.optional(v.record(text, text)) }),
		headers: v.optional(headers),
		browser,
		note
	}),
	v.strictObject({ advance: v.union([text, v.number()]), browser, note }),
	v.strictObject({ closeBrowser: v.literal(true), browser, note }),
	v.strictObject({ blockCookies: v.boolean(), browser, note }),
	v.strictObject({ deleteCookie: text, browser, note }),
	v.strictObject({ putCookie: v.strictObject({ name: text, value: text }), browser, note }),
	v.strictObject({ edit: v.record(text, v.nullable(text)), browser, note }),
	v.strictObject({ restart: v.literal(true), browser, note }),
	v.strictObject({ workers: v.number(), browser, note }),
	v.strictObject({ nextWorker: v.number(), browser, note }),
	v.strictObject({ restartWorker: v.number(), browser, note }),
	v.strictObject({ manage: text, browser, note }),
	v.strictObject({ shell: text, browser, note }),
	v.strictObject({ sql: text, browser, note })
]);

/** A scenario: a project, and what a person does. Unknown fields are passed over. */
export const scenarioSchema = v.object({
	id: v.optional(text),
	django: v.picklist(DJANGO_VERSIONS),
	now: text,
	sessionKeys: v.optional(v.array(text), []),
	origin: v.optional(text, 'http://127.0.0.1:8000'),
	project: v.record(text, text),
	observe: v.optional(v.boolean(), true),
	steps: v.array(v.unknown())
});

export type Step = v.InferOutput<typeof stepSchema>;
export type Scenario = v.InferOutput<typeof scenarioSchema>;
