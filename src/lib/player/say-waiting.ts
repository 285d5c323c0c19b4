import type { Action } from '../world/action.ts';
import { pathOf } from './format.ts';

/** What waits for Python, in a sentence. */
export function sayWaiting(action: Action): string {
	switch (action.type) {
		case 'visit':
			return `Your request for ${pathOf(action.url)} waits and goes out as soon as it is there.`;
		case 'submit':
			return `Your form for ${pathOf(action.to)} waits and goes out as soon as Python is there.`;
		default:
			return 'What you asked for waits and is done as soon as it is there.';
	}
}
