import type { ProjectFiles } from '../../django/server.ts';
import type { Action } from '../../world/action.ts';
import { FIRST_BROWSER } from '../first-browser.ts';
import type { LessonAction } from '../schema/action.ts';

/** What was done on the stage, in the words of walkthrough.yml, and what the format cannot say. */
export interface Recorded {
	readonly entries: readonly LessonAction[];
	/** The types of actions that were left out. */
	readonly left: readonly Action['type'][];
}

/**
 * Writes actions as entries of a walkthrough. A request that was opened and then carried on by steps is one `visit`;
 * an edit that gives files of the solution is `solve`.
 */
export function recordedEntries(actions: readonly Action[], solution: ProjectFiles): Recorded {
	const entries: LessonAction[] = [];
	const left = new Set<Action['type']>();
	for (const action of actions) {
		// How a request is carried on is not what a learner is asked for.
		if (action.type === 'step' || action.type === 'finish') continue;
		const entry = entryOf(action, solution);
		if (entry) entries.push(entry);
		else left.add(action.type);
	}
	return { entries, left: [...left] };
}

function entryOf(action: Action, solution: ProjectFiles): LessonAction | null {
	switch (action.type) {
		case 'advance':
			return { advance: action.by };
		case 'openBrowser':
			return action.private === true ? null : { openBrowser: action.profile };
		case 'edit':
			return editOf(action.files, solution);
		case 'restart':
			return { restart: true };
		case 'manage':
			return { manage: action.command };
		case 'shell':
			return { shell: action.code };
		case 'sql':
			return { sql: action.sql };
		default:
			return 'profile' in action ? inBrowser(action) : null;
	}
}

function inBrowser(action: Extract<Action, { profile: string }>): LessonAction | null {
	const where = action.profile === FIRST_BROWSER ? {} : { browser: action.profile };
	switch (action.type) {
		case 'visit':
			return { visit: action.url, ...headersOf(action), ...where };
		case 'submit':
			if (action.method === 'GET') return null;
			return {
				submit: { to: action.to, ...(action.data && { data: { ...action.data } }) },
				...headersOf(action),
				...where
			};
		case 'closeBrowser':
			return { closeBrowser: true, ...where };
		case 'blockCookies':
			return { blockCookies: action.blocked, ...where };
		case 'deleteCookie':
			return { deleteCookie: action.name, ...where };
		case 'putCookie':
			return { putCookie: { name: action.name, value: action.value }, ...where };
		default:
			return null;
	}
}

function headersOf({ headers }: { readonly headers?: Readonly<Record<string, string>> }) {
	return headers ? { headers: { ...headers } } : {};
}

function editOf(files: ProjectEdit, solution: ProjectFiles): LessonAction {
	const paths = Object.keys(files);
	if (paths.some((path) => files[path] !== solution[path])) return { edit: { ...files } };
	return { solve: paths.length === Object.keys(solution).length ? true : paths };
}

type ProjectEdit = Readonly<Record<string, string | null>>;
