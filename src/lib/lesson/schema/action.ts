import * as v from 'valibot';
import { PHASES } from '../../exchange/phases.ts';
import { duration, id, relativePath, text } from './basics.ts';

const browser = v.exactOptional(text);
const headers = v.exactOptional(v.record(v.string(), v.string()));
/** A remark for the author; it has no effect. */
const note = v.exactOptional(v.string());

const tabNumber = v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(1));
/** The tab that loads it; without it the tab on show. */
const tab = v.exactOptional(tabNumber);
/** The request is opened and not carried on: `step` and `finish` do that. */
const hold = v.exactOptional(v.literal(true));
/** The request that is under way in this browser, of several the oldest; or the one of a tab. */
const held = v.union([v.literal(true), v.strictObject({ tab: tabNumber })]);

/** Replaces one passage of a file of the project. `find` must occur in it exactly once. */
const change = v.strictObject({ path: relativePath, find: v.string(), to: v.string() });

/**
 * What a person does: the steps of the replay format, and two that stand for an `edit`:
 * `solve` copies files of the solution (all of them: `true`), `change` replaces one passage of a file.
 */
const doable = [
	v.strictObject({ visit: text, headers, browser, tab, hold, note }),
	v.strictObject({
		submit: v.strictObject({ to: text, data: v.exactOptional(v.record(v.string(), v.string())) }),
		headers,
		browser,
		tab,
		hold,
		note
	}),
	v.strictObject({ step: held, until: v.exactOptional(v.picklist(PHASES)), browser, note }),
	v.strictObject({ finish: held, browser, note }),
	v.strictObject({ openTab: v.literal(true), browser, note }),
	v.strictObject({ pickTab: tabNumber, browser, note }),
	v.strictObject({ advance: duration, note }),
	v.strictObject({ openBrowser: text, note }),
	v.strictObject({ closeBrowser: v.literal(true), browser, note }),
	v.strictObject({ blockCookies: v.boolean(), browser, note }),
	v.strictObject({ deleteCookie: text, browser, note }),
	v.strictObject({
		putCookie: v.union([
			v.strictObject({ name: text, value: v.string() }),
			/** The value that another browser has. */
			v.strictObject({ name: text, valueOf: text })
		]),
		browser,
		note
	}),
	v.strictObject({ edit: v.record(relativePath, v.nullable(v.string())), note }),
	v.strictObject({ solve: v.union([v.literal(true), v.array(relativePath)]), note }),
	v.strictObject({ change: v.union([change, v.array(change)]), note }),
	v.strictObject({ restart: v.literal(true), note }),
	/** So many worker processes answer requests, in turn. */
	v.strictObject({ workers: v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(1)), note }),
	v.strictObject({ manage: text, note }),
	v.strictObject({ shell: text, note }),
	v.strictObject({ sql: text, note })
] as const;

export const lessonActionSchema = v.union(doable);
export type LessonAction = v.InferOutput<typeof lessonActionSchema>;

/** A walkthrough also says where it answers a prediction. */
export const walkthroughEntrySchema = v.union([...doable, v.strictObject({ predict: id, note })]);
export type WalkthroughEntry = v.InferOutput<typeof walkthroughEntrySchema>;
