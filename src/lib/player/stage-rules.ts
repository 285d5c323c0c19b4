import type { Lockable, Panel } from '../lesson/schema/files.ts';

/** What a lesson shows and allows; the sandbox shows and allows everything. */
export interface StageRules {
	shows(panel: Panel): boolean;
	allows(action: Lockable): boolean;
	/** The address bar before the first visit. */
	readonly address: string;
	/** Files that may be edited; `null`: all of them. */
	readonly editable: readonly string[] | null;
	readonly open: string;
	/** All of the browser is at hand: tabs, its settings, and DevTools that edit. A lesson has what its panels show. */
	readonly full?: boolean;
}
