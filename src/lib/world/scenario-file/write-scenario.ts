import { formatInstant } from '../../time/instant.ts';
import type { Action } from '../action.ts';
import type { WorldStart } from '../scenario.ts';
import { FORMAT } from './scenario-schema.ts';

/** A world's start and the actions since, as a scenario of the replay format; `parseScenario` reads it back. */
export function writeScenario(start: WorldStart, actions: readonly Action[]): Record<string, unknown> {
	return { format: FORMAT, ...start, now: formatInstant(start.now), steps: actions.map(stepOf) };
}

/** The step of the floor where it says all of the action, or else the action itself. */
function stepOf(action: Action): Record<string, unknown> {
	const floor = floorStep(action);
	return floor ?? { action };
}

function floorStep(action: Action): Record<string, unknown> | null {
	switch (action.type) {
		case 'visit': {
			if (!hasOnly(action, ['type', 'profile', 'url', 'headers'])) return null;
			const { profile: browser, url: visit, headers } = action;
			return { visit, ...(headers && { headers }), browser };
		}
		case 'submit': {
			if (!hasOnly(action, ['type', 'profile', 'to', 'data', 'headers'])) return null;
			const { profile: browser, to, data, headers } = action;
			return { submit: { to, ...(data && { data }) }, ...(headers && { headers }), browser };
		}
		case 'advance':
			return { advance: action.by };
		case 'closeBrowser':
			return { closeBrowser: true, browser: action.profile };
		case 'blockCookies':
			return { blockCookies: action.blocked, browser: action.profile };
		case 'deleteCookie':
			return { deleteCookie: action.name, browser: action.profile };
		case 'putCookie':
			return { putCookie: { name: action.name, value: action.value }, browser: action.profile };
		case 'edit':
			return { edit: action.files };
		case 'restart':
			return { restart: true };
		case 'manage':
			return action.terminal ? null : { manage: action.command };
		case 'shell':
			return action.interactive ? null : { shell: action.code };
		case 'sql':
			return { sql: action.sql };
		default:
			return null;
	}
}

function hasOnly(action: Action, fields: readonly string[]): boolean {
	return Object.keys(action).every((field) => fields.includes(field));
}
