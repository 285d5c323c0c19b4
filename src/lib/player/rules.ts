import type { StageRules } from './stage-rules.ts';

/** Everything is shown and allowed; `full`: all of the browser too, as in the sandbox. */
export function everything(address: string, { open = 'views.py', full = true } = {}): StageRules {
	return { shows: () => true, allows: () => true, address, editable: null, open, full };
}
