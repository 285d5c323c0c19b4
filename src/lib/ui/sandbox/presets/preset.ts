import type { SendRefusal, StoreRefusal } from '../../../browser/cookies/decisions.ts';
import type { Action } from '../../../world/action.ts';
import type { WorldStart } from '../../../world/scenario.ts';

/** A world that shows one thing, ready made. */
export interface Preset {
	readonly id: string;
	readonly title: string;
	/** What to look at, in a sentence or two. */
	readonly says: string;
	readonly group: 'store' | 'send' | 'attack' | 'fault';
	/** The refusal that it shows; attacks and faults show none. */
	readonly shows: StoreRefusal | SendRefusal | null;
	readonly start: WorldStart;
	readonly actions: readonly Action[];
}
