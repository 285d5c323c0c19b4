import { sameSignature } from '../crypto.ts';

/** What the session says of its user: the id and the hash of the password it was logged in with. */
export interface HeldLogin {
	readonly userId: string;
	readonly hash: string;
}

/**
 * What `login` does to the session before it writes the user into it: a visitor's session gets a new key and keeps
 * its data; that of another user, or of the same one with another password, is thrown away.
 */
export type LoginStep = 'CycleKey' | 'Flush' | 'Keep';

export function loginStep(held: HeldLogin | null, userId: string, hash: string): LoginStep {
	if (!held) return 'CycleKey';
	const same = held.userId === userId && (hash === '' || sameSignature(held.hash, hash));
	return same ? 'Keep' : 'Flush';
}

/** Whether a session still stands for its user. */
export type SessionVerdict =
	/** Its hash is that of the password under this SECRET_KEY. */
	| 'Valid'
	/** Its hash was made under a fallback key: it gets a new key and the new hash. */
	| 'Renew'
	/** The password changed, or the session has no hash: it is thrown away. */
	| 'Flush';

/** @param hash of the session; the empty text when it has none */
export function verifySession(hash: string, current: string, fallbacks: readonly string[]): SessionVerdict {
	if (hash !== '' && sameSignature(hash, current)) return 'Valid';
	return hash !== '' && fallbacks.some((fallback) => sameSignature(hash, fallback)) ? 'Renew' : 'Flush';
}
