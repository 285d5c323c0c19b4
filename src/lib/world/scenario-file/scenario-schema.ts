import * as v from 'valibot';
import { DJANGO_VERSIONS } from '../../django/server.ts';
import { actionSchema } from './action-schema.ts';

/** The version of the format that we read and write. */
export const FORMAT = 1;

const text = v.string();
const headers = v.record(text, text);
const browser = v.optional(text, 'browser');
const note = v.optional(v.unknown());

/** A step of ours: any action of the world (world/action.ts). */
export const actionStepSchema = v.strictObject({ action: actionSchema, browser, note });

/**
 * The steps of the replay format, version 1 (a floor: what is here stays as it is). `workers`, `nextWorker` and
 * `restartWorker` are ours: how many processes answer, which takes the next request, one that starts anew. So is
 * `action`: any action of the world (world/action.ts) that the floor has no step for.
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
	actionStepSchema,
	v.strictObject({ manage: text, browser, note }),
	v.strictObject({ shell: text, browser, note }),
	v.strictObject({ sql: text, browser, note })
]);

const pageSchema = v.strictObject({
	status: v.exactOptional(v.number()),
	headers: v.exactOptional(v.array(v.tuple([text, text]))),
	body: text
});
const siteSchema = v.strictObject({
	origin: text,
	hosts: v.exactOptional(v.array(text)),
	content: v.variant('kind', [
		v.strictObject({ kind: v.literal('pages'), pages: v.record(text, pageSchema) }),
		v.strictObject({
			kind: v.literal('django'),
			django: v.picklist(DJANGO_VERSIONS),
			project: v.record(text, text)
		})
	])
});

/** A scenario: a project, and what a person does. Unknown fields are passed over. */
export const scenarioSchema = v.object({
	format: v.optional(v.literal(FORMAT, `is of another format than ${FORMAT}`)),
	id: v.optional(text),
	/** Ours: seeds all randomness; without it the id does. */
	seed: v.optional(text),
	django: v.picklist(DJANGO_VERSIONS),
	now: text,
	sessionKeys: v.optional(v.array(text), []),
	origin: v.optional(text, 'http://127.0.0.1:8000'),
	project: v.record(text, text),
	/** Ours: further sites, and requests with all headers of a browser. */
	sites: v.exactOptional(v.array(siteSchema)),
	fullBrowser: v.exactOptional(v.boolean()),
	observe: v.optional(v.boolean(), true),
	steps: v.array(v.unknown())
});

export type Step = v.InferOutput<typeof stepSchema>;
export type Scenario = v.InferOutput<typeof scenarioSchema>;
