import * as v from 'valibot';
import { DJANGO_VERSIONS } from '../../django/server.ts';
import { PHASES } from '../../exchange/phases.ts';
import type { Action, ActionType } from '../action.ts';

const text = v.string();
const maybe = v.exactOptional(text);
const yes = v.exactOptional(v.boolean());
const count = v.pipe(v.number(), v.safeInteger());
const tab = v.exactOptional(count);
const profile = { profile: text };
const headers = v.exactOptional(v.record(text, text));

const edited = {
	name: text,
	value: text,
	domain: text,
	hostOnly: v.boolean(),
	path: text,
	expires: v.nullable(count),
	secure: v.boolean(),
	httpOnly: v.boolean(),
	sameSite: v.nullable(v.picklist(['strict', 'lax', 'none'])),
	priority: v.picklist(['low', 'medium', 'high'])
};
const cookie = v.strictObject({
	...edited,
	created: count,
	lastAccess: count,
	partition: v.exactOptional(v.strictObject({ site: text, crossSiteAncestor: v.boolean() })),
	order: v.number()
});

/** The fields of each action beside its type. An action without an entry here does not compile. */
const FIELDS: Readonly<Record<ActionType, v.ObjectEntries>> = {
	visit: {
		...profile,
		url: text,
		cause: v.exactOptional(v.picklist(['typed', 'link', 'reload'])),
		tab,
		from: tab,
		noReferrer: yes,
		headers,
		hold: yes
	},
	submit: {
		...profile,
		to: text,
		data: headers,
		method: v.exactOptional(v.picklist(['GET', 'POST'])),
		tab,
		from: tab,
		headers,
		hold: yes
	},
	step: { exchange: count, until: v.exactOptional(v.picklist(PHASES)) },
	finish: { exchange: count },
	advance: { by: v.union([text, v.number()]) },
	cron: { on: v.boolean() },
	closeBrowser: profile,
	blockCookies: { ...profile, blocked: v.boolean() },
	deleteCookie: { ...profile, name: text },
	putCookie: { ...profile, name: text, value: text },
	edit: { files: v.record(text, v.nullable(text)) },
	restart: {},
	workers: { count },
	nextWorker: { worker: count },
	restartWorker: { worker: count },
	deploy: { django: v.picklist(DJANGO_VERSIONS) },
	manage: { command: text, terminal: yes },
	shell: { code: text, interactive: yes },
	dbshell: { input: text },
	sql: { sql: text },
	openBrowser: { ...profile, private: yes },
	loseResponse: { exchange: count },
	killWorker: { exchange: count },
	emptyCaches: {},
	evictEntry: { key: text },
	lockDatabase: { against: v.picklist(['writes', 'everything']) },
	unlockDatabase: {},
	fillDisk: {},
	freeDisk: {},
	rotateSecretKey: { keepOld: v.boolean() },
	setBrowserClock: { ...profile, ahead: v.union([text, v.number()]) },
	destroySession: { key: text },
	openTab: profile,
	closeTab: { ...profile, tab: count },
	pickTab: { ...profile, tab: count },
	reload: { ...profile, tab, hold: yes },
	traverse: { ...profile, by: count, tab, hold: yes },
	startUp: { ...profile, startUp: v.picklist(['fresh', 'restore']) },
	crash: { ...profile, restore: v.boolean() },
	clearSite: { ...profile, url: maybe },
	preferCookies: {
		...profile,
		change: v.strictObject({
			blockAll: yes,
			blockThirdParty: yes,
			blockedSites: v.exactOptional(v.array(text))
		})
	},
	editCookie: { ...profile, old: v.nullable(cookie), cookie: v.strictObject(edited) },
	removeCookie: { ...profile, cookie },
	readScript: profile,
	writeScript: { ...profile, line: text },
	fetch: {
		...profile,
		url: text,
		method: maybe,
		headers: v.exactOptional(v.array(v.tuple([text, text]))),
		body: maybe,
		mode: v.exactOptional(v.picklist(['cors', 'no-cors'])),
		credentials: v.exactOptional(v.picklist(['omit', 'same-origin', 'include'])),
		hold: yes
	},
	load: { ...profile, kind: v.picklist(['image', 'frame']), url: text, hold: yes }
};

/** An action of ours, from an untrusted source: its type is known, and it has that type's fields and no others. */
export const actionSchema = v.pipe(
	v.looseObject({ type: v.picklist(Object.keys(FIELDS) as ActionType[]) }),
	v.rawTransform(({ dataset, addIssue, NEVER }): Action => {
		const { type } = dataset.value;
		const parsed = v.safeParse(v.strictObject({ type: v.literal(type), ...FIELDS[type] }), dataset.value);
		if (parsed.success) return dataset.value as unknown as Action;
		const [issue] = parsed.issues;
		addIssue({ message: `${type}${issue.path ? ` (${v.getDotPath(issue) ?? ''})` : ''}: ${issue.message}` });
		return NEVER;
	})
);
