import type { Action } from '../action.ts';
import type { Projection } from '../projection.ts';

/** An action, and what came of it. */
export interface RecordedStep {
	readonly action: Action;
	/** What a command answered; `null` where that is not known, or the action was none. */
	readonly command: { readonly stdout: string; readonly error: { readonly type: string } | null } | null;
	/** The world after it; `null` where only the action is known. */
	readonly after: Projection | null;
}
