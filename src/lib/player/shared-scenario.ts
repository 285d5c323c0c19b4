import type { Action } from '../world/action.ts';
import type { WorldStart } from '../world/scenario.ts';

/** A world to begin, and what is done in it. */
export interface SharedScenario {
	readonly start: WorldStart;
	readonly actions: readonly Action[];
}
