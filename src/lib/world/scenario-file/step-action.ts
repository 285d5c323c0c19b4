import type { Action } from '../action.ts';
import type { Step } from './scenario-schema.ts';

/** The world's action for a step of the replay format. */
export function stepAction(step: Step): Action {
	const profile = step.browser;
	if ('visit' in step) return { type: 'visit', profile, url: step.visit, ...headersOf(step) };
	if ('submit' in step) {
		const { to, data } = step.submit;
		return { type: 'submit', profile, to, ...(data && { data }), ...headersOf(step) };
	}
	if ('advance' in step) return { type: 'advance', by: step.advance };
	if ('closeBrowser' in step) return { type: 'closeBrowser', profile };
	if ('blockCookies' in step) return { type: 'blockCookies', profile, blocked: step.blockCookies };
	if ('deleteCookie' in step) return { type: 'deleteCookie', profile, name: step.deleteCookie };
	if ('putCookie' in step) return { type: 'putCookie', profile, ...step.putCookie };
	if ('edit' in step) return { type: 'edit', files: step.edit };
	if ('restart' in step) return { type: 'restart' };
	if ('workers' in step) return { type: 'workers', count: step.workers };
	if ('nextWorker' in step) return { type: 'nextWorker', worker: step.nextWorker };
	if ('restartWorker' in step) return { type: 'restartWorker', worker: step.restartWorker };
	if ('action' in step) return step.action;
	if ('manage' in step) return { type: 'manage', command: step.manage };
	if ('shell' in step) return { type: 'shell', code: step.shell };
	if ('sql' in step) return { type: 'sql', sql: step.sql };
	return step satisfies never;
}

function headersOf({ headers }: { headers?: Record<string, string> | undefined }) {
	return headers ? { headers } : {};
}
