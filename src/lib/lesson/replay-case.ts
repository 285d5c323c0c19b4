import type { ProjectFiles } from '../django/server.ts';
import { formatInstant } from '../time/instant.ts';
import type { Action } from '../world/action.ts';
import { resolveAction } from './actions.ts';
import type { Lesson } from './lesson.ts';

/** A scenario of the replay format (format 1). */
export interface ReplayCase {
	readonly id: string;
	readonly group: string;
	readonly django: string;
	readonly now: string;
	readonly sessionKeys: readonly string[];
	readonly origin: string;
	readonly observe?: false;
	readonly project: ProjectFiles;
	readonly steps: readonly Record<string, unknown>[];
}

/** What a lesson can do and the replay format cannot say: several requests, tabs or workers at once. */
const BEYOND_REPLAY = ['hold', 'tab', 'openTab', 'workers'];

/**
 * The lesson's setup and walkthrough as a scenario that the replay command and the real Django play.
 * @returns `null` where requests overlap, or tabs or workers matter: the replay format has one request after the other
 * @throws Error when an action does not fit the files as they then are
 */
export function lessonCase(lesson: Lesson): ReplayCase | null {
	const { django, now, sessionKeys, origin, project } = lesson.start;
	const entries = [...lesson.setup, ...Object.values(lesson.walkthrough).flat()];
	if (entries.some((entry) => BEYOND_REPLAY.some((key) => key in entry))) return null;
	let files: ProjectFiles = project;
	const steps: Record<string, unknown>[] = [];
	for (const entry of entries) {
		if ('predict' in entry) continue;
		const resolved = resolveAction(entry, { files, exchanges: [] }, lesson.solution);
		if ('misfit' in resolved) throw new Error(`${lesson.slug}: ${resolved.misfit}`);
		const { action } = resolved;
		if (action.type === 'edit') files = { ...files, ...action.files } as ProjectFiles;
		const step = replayStep(action);
		if (step) steps.push(step);
	}
	return {
		id: lesson.slug,
		group: 'lessons',
		django,
		now: formatInstant(now),
		sessionKeys,
		origin,
		...(!lesson.observe && { observe: false as const }),
		project,
		steps
	};
}

/** The step of the replay format for an action; `null` for those that the format does not know. */
function replayStep(action: Action): Record<string, unknown> | null {
	switch (action.type) {
		case 'visit':
			return { visit: action.url, ...(action.headers && { headers: action.headers }), ...by(action.profile) };
		case 'submit': {
			const { to, data, headers, profile } = action;
			return { submit: { to, ...(data && { data }) }, ...(headers && { headers }), ...by(profile) };
		}
		case 'advance':
			return { advance: action.by };
		case 'closeBrowser':
			return { closeBrowser: true, ...by(action.profile) };
		case 'blockCookies':
			return { blockCookies: action.blocked, ...by(action.profile) };
		case 'deleteCookie':
			return { deleteCookie: action.name, ...by(action.profile) };
		case 'putCookie':
			return { putCookie: { name: action.name, value: action.value }, ...by(action.profile) };
		case 'edit':
			return { edit: action.files };
		case 'restart':
			return { restart: true };
		case 'workers':
			return { workers: action.count };
		case 'nextWorker':
			return { nextWorker: action.worker };
		case 'restartWorker':
			return { restartWorker: action.worker };
		case 'manage':
			return { manage: action.command };
		case 'shell':
			return { shell: action.code };
		case 'sql':
			return { sql: action.sql };
		default:
			return null;
	}
}

function by(profile: string) {
	return profile === 'browser' ? {} : { browser: profile };
}
