import * as v from 'valibot';
import { DJANGO_VERSIONS } from '../../django/server.ts';
import { parseInstant } from '../../time/instant.ts';
import { lessonActionSchema, walkthroughEntrySchema } from './action.ts';
import { id, relativePath, text } from './basics.ts';

/** The panes of the stage. */
export const PANELS = [
	'browser',
	'cookies',
	'wire',
	'server',
	'code',
	'console',
	'store',
	'clock',
	'timeline',
	'shell',
	'dbshell',
	'board'
] as const;
export type Panel = (typeof PANELS)[number];

/** What a lesson can lock, by the names of the actions. */
export const LOCKABLE = [
	'visit',
	'submit',
	'advance',
	'openBrowser',
	'closeBrowser',
	'blockCookies',
	'deleteCookie',
	'putCookie',
	'edit',
	'restart',
	'manage',
	'shell',
	'sql'
] as const;
export type Lockable = (typeof LOCKABLE)[number];

/** The front matter of lesson.md. */
export const frontMatterSchema = v.strictObject({
	title: text,
	/** One sentence for the list of lessons. */
	summary: text,
	/** How long a first reader takes. */
	minutes: v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(1), v.maxValue(90))
});

const instantText = v.pipe(
	v.string(),
	v.check((value) => {
		try {
			parseInstant(value);
			return true;
		} catch {
			return false;
		}
	}, 'must be an instant in UTC such as "2026-01-05T09:30:00.123456Z"')
);

const sessionKey = v.pipe(v.string(), v.regex(/^[a-z0-9]{32}$/, 'must be 32 characters of a–z and 0–9'));

const origin = v.pipe(
	v.string(),
	v.regex(/^https?:\/\/[^/]+$/, 'must be an origin such as "http://127.0.0.1:8000"')
);

/** scenario.yml: how the lesson's world begins, and what of it is shown. */
export const scenarioSchema = v.strictObject({
	django: v.exactOptional(v.picklist(DJANGO_VERSIONS), '5.2'),
	now: v.exactOptional(instantText, '2026-01-05T09:30:00.123456Z'),
	origin: v.exactOptional(origin, 'http://127.0.0.1:8000'),
	/** The first session keys; later ones are drawn from the lesson's own randomness. */
	sessionKeys: v.exactOptional(v.array(sessionKey), () => []),
	/** A template of lessons/templates, or an earlier lesson whose solution this project starts from. */
	from: v.exactOptional(text),
	/** What is done before the learner comes. */
	setup: v.exactOptional(v.array(lessonActionSchema), () => []),
	/** Whether recorded traces of the walkthrough hold the table's rows. Turn it off where they are too many. */
	observe: v.exactOptional(v.boolean(), true),
	/** What stands in the address bar. */
	address: v.exactOptional(text, '/'),
	/** The file that is open, and those that may be edited. */
	open: v.exactOptional(relativePath, 'views.py'),
	editable: v.exactOptional(v.array(relativePath), () => []),
	panels: v.exactOptional(v.array(v.picklist(PANELS)), () => PANELS.filter((panel) => panel !== 'board')),
	locked: v.exactOptional(v.array(v.picklist(LOCKABLE)), () => []),
	/** By step: panels that appear and actions that are unlocked when it begins. */
	unlocks: v.exactOptional(v.record(id, v.array(v.picklist([...PANELS, ...LOCKABLE]))), () => ({}))
});
export type ScenarioFile = v.InferOutput<typeof scenarioSchema>;

/** walkthrough.yml: by step, the actions that solve it. */
export const walkthroughSchema = v.record(
	id,
	v.pipe(v.array(walkthroughEntrySchema), v.minLength(1, 'must have at least one action'))
);
export type WalkthroughFile = v.InferOutput<typeof walkthroughSchema>;

/** wrong/*.yml: a belief, what somebody who holds it does, and the feedback that must come. */
export const wrongPathSchema = v.strictObject({
	/** The belief in the learner's words. */
	believes: text,
	/** The step in which it shows; the walkthrough is played up to it. */
	step: id,
	/** How many entries of that step's walkthrough come first. */
	afterEntries: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
	does: v.pipe(v.array(lessonActionSchema), v.minLength(1, 'must have at least one action')),
	/** The id of the feedback in lesson.md. */
	gets: id
});
export type WrongPathFile = v.InferOutput<typeof wrongPathSchema>;

const webAddress = v.pipe(
	v.string(),
	v.regex(/^https:\/\/[^\s]+$/, 'must be an address that begins with https://')
);

/** glossary.yml: the words that lessons link as [text](glossary:id). */
export const glossarySchema = v.strictObject({
	terms: v.record(
		id,
		v.strictObject({
			/** The word as it is written. */
			name: text,
			/** What it is, in one sentence. */
			is: text,
			/** Why it matters, in one sentence. */
			matters: text,
			/** The lesson that shows it. */
			lesson: text,
			/** Where the specification or Django's documentation says it. */
			read: webAddress
		})
	)
});

/** course.yml: the lessons in their order. */
export const courseSchema = v.strictObject({
	title: text,
	summary: text,
	parts: v.pipe(
		v.array(v.strictObject({ title: text, lessons: v.array(text) })),
		v.minLength(1, 'must have at least one part')
	),
	/** All its files, where it lies on a web server as a folder: a page cannot ask a server what a folder holds. */
	files: v.exactOptional(v.array(relativePath), () => [])
});
export type CourseFile = v.InferOutput<typeof courseSchema>;
