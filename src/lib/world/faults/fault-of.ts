import type { Action } from '../action.ts';
import type { FaultAction, FaultType } from './fault-action.ts';

const FAULTS: Readonly<Record<FaultType, true>> = {
	loseResponse: true,
	killWorker: true,
	emptyCaches: true,
	evictEntry: true,
	lockDatabase: true,
	unlockDatabase: true,
	fillDisk: true,
	freeDisk: true,
	rotateSecretKey: true,
	setBrowserClock: true,
	destroySession: true
};

/** Whether an action breaks or mends something. */
export function isFault(action: Action): action is FaultAction {
	return action.type in FAULTS;
}
