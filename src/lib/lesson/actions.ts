import { sayProfile } from '../browser/say-profile.ts';
import type { ProjectFiles } from '../django/server.ts';
import type { ExchangeId } from '../exchange/events.ts';
import type { Action } from '../world/action.ts';
import type { ExchangeView, ProfileView, Projection } from '../world/projection.ts';
import { FIRST_BROWSER } from './first-browser.ts';
import type { LessonAction } from './schema/action.ts';

/** An action of the world, or why the lesson's action does not fit these files. */
export type Resolved = { readonly action: Action } | { readonly misfit: string };

/** What of a world as it stands decides what a lesson's action means. */
export interface Standing {
	/** For `change`. */
	readonly files: ProjectFiles;
	/** For `step` and `finish`. */
	readonly exchanges: readonly Pick<ExchangeView, 'id' | 'profile' | 'tab' | 'next'>[];
	/** For `putCookie` with `valueOf`. */
	readonly profiles?: readonly Pick<ProfileView, 'name' | 'cookies'>[];
}

/** What a projection says of it; before the world has begun, nothing. */
export function standingOf(projection: Projection | null): Standing {
	return {
		files: projection?.server.files ?? {},
		exchanges: projection?.exchanges ?? [],
		profiles: projection?.profiles ?? []
	};
}

/**
 * The world's action for a lesson's action.
 * @param solution the files that `solve` copies
 */
export function resolveAction(
	action: LessonAction,
	{ files, exchanges, profiles = [] }: Standing,
	solution: ProjectFiles
): Resolved {
	if ('solve' in action) return solve(action.solve, solution);
	if ('step' in action) {
		const { until } = action;
		const more = until && { until };
		return carryOn(action, action.step, exchanges, (exchange) => ({ type: 'step', exchange, ...more }));
	}
	if ('finish' in action) {
		return carryOn(action, action.finish, exchanges, (exchange) => ({ type: 'finish', exchange }));
	}
	if ('change' in action) {
		return change(Array.isArray(action.change) ? action.change : [action.change], files);
	}
	if ('putCookie' in action) return putCookie(action, profiles);
	return { action: worldAction(action) };
}

type PlainAction = Exclude<
	LessonAction,
	{ solve: unknown } | { change: unknown } | { step: unknown } | { finish: unknown } | { putCookie: unknown }
>;
type PutCookie = Extract<LessonAction, { putCookie: unknown }>;
type Change = { readonly path: string; readonly find: string; readonly to: string };

function worldAction(action: PlainAction): Action {
	if ('advance' in action) return { type: 'advance', by: action.advance };
	if ('openBrowser' in action) return { type: 'openBrowser', profile: action.openBrowser };
	if ('edit' in action) return { type: 'edit', files: action.edit };
	if ('restart' in action) return { type: 'restart' };
	if ('workers' in action) return { type: 'workers', count: action.workers };
	if ('manage' in action) return { type: 'manage', command: action.manage };
	if ('shell' in action) return { type: 'shell', code: action.shell };
	if ('sql' in action) return { type: 'sql', sql: action.sql };
	return browserAction(action);
}

function browserAction(action: Extract<PlainAction, { browser?: string }>): Action {
	const profile = action.browser ?? FIRST_BROWSER;
	if ('visit' in action) return { type: 'visit', profile, url: action.visit, ...placeOf(action) };
	if ('submit' in action) return { type: 'submit', profile, ...action.submit, ...placeOf(action) };
	if ('openTab' in action) return { type: 'openTab', profile };
	if ('pickTab' in action) return { type: 'pickTab', profile, tab: action.pickTab };
	if ('closeBrowser' in action) return { type: 'closeBrowser', profile };
	if ('blockCookies' in action) return { type: 'blockCookies', profile, blocked: action.blockCookies };
	if ('deleteCookie' in action) return { type: 'deleteCookie', profile, name: action.deleteCookie };
	return action satisfies never;
}

function placeOf({ headers, tab, hold }: Extract<PlainAction, { hold?: true }>) {
	return {
		...(headers && { headers }),
		...(tab !== undefined && { tab }),
		...(hold && { hold })
	};
}

/** A cookie by hand, with a value of its own or with the one that another browser has. */
function putCookie(
	{ putCookie: wanted, browser: profile = FIRST_BROWSER }: PutCookie,
	profiles: NonNullable<Standing['profiles']>
): Resolved {
	const { name } = wanted;
	if ('value' in wanted) return { action: { type: 'putCookie', profile, name, value: wanted.value } };
	const other = profiles.find((view) => view.name === wanted.valueOf);
	const value = other?.cookies.find((cookie) => cookie.name === name)?.value;
	if (value === undefined) return { misfit: `${sayProfile(wanted.valueOf)} has no cookie ${name} yet` };
	return { action: { type: 'putCookie', profile, name, value } };
}

/** The action on the request that is under way in a browser: the oldest, or the one of a tab. */
function carryOn(
	{ browser: profile = FIRST_BROWSER }: { browser?: string },
	which: true | { readonly tab: number },
	exchanges: Standing['exchanges'],
	action: (exchange: ExchangeId) => Action
): Resolved {
	const found = exchanges.find(
		(exchange) =>
			exchange.next !== null && exchange.profile === profile && (which === true || exchange.tab === which.tab)
	);
	if (found) return { action: action(found.id) };
	const where = which === true ? '' : ` in tab ${which.tab}`;
	return { misfit: `${profile} has no request under way${where}` };
}

function solve(wanted: true | readonly string[], solution: ProjectFiles): Resolved {
	const paths = wanted === true ? Object.keys(solution) : wanted;
	const missing = paths.find((path) => !(path in solution));
	if (missing !== undefined) return { misfit: `the solution has no file ${missing}` };
	if (paths.length === 0) return { misfit: 'the solution has no files' };
	const files = Object.fromEntries(paths.map((path) => [path, solution[path] ?? null]));
	return { action: { type: 'edit', files } };
}

function change(changes: readonly Change[], files: ProjectFiles): Resolved {
	const changed: Record<string, string> = {};
	for (const { path, find, to } of changes) {
		const text = changed[path] ?? files[path];
		if (text === undefined) return { misfit: `the project has no file ${path}` };
		const [before, after, ...more] = text.split(find);
		if (before === undefined || after === undefined) {
			if (text.includes(to)) return { misfit: `${path} has this change already` };
			return { misfit: `${path} does not have ${JSON.stringify(find)}` };
		}
		if (more.length > 0) return { misfit: `${path} has ${JSON.stringify(find)} more than once` };
		changed[path] = before + to + after;
	}
	return { action: { type: 'edit', files: changed } };
}
