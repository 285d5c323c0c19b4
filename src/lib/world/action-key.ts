import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Action } from './action.ts';

/** Names the way that leads to a place and then does an action. Equal ways have equal names. */
export function actionKey(place: string, action: Action): string {
	return bytesToHex(sha256(new TextEncoder().encode(`${place}\n${JSON.stringify(action)}`)));
}
