import type { ExchangeId } from '../../exchange/events.ts';
import type { ProfileName } from '../action.ts';

/** What another program's lock on the database keeps out: writers (RESERVED), or readers too (EXCLUSIVE). */
export type LockedAgainst = 'writes' | 'everything';

/** What breaks, because the learner breaks it. */
export type FaultAction =
	/** The connection of an exchange in flight breaks: its response will not reach the browser. */
	| { readonly type: 'loseResponse'; readonly exchange: ExchangeId }
	/** The worker process that works at an exchange is killed, with all that it works at and remembers. */
	| { readonly type: 'killWorker'; readonly exchange: ExchangeId }
	/** The memory caches of all worker processes are empty. */
	| { readonly type: 'emptyCaches' }
	/** One cache entry, named with prefix and version, is forgotten wherever it is kept. */
	| { readonly type: 'evictEntry'; readonly key: string }
	/** Another program locks the database file, until `unlockDatabase`. */
	| { readonly type: 'lockDatabase'; readonly against: LockedAgainst }
	| { readonly type: 'unlockDatabase' }
	/** The disk with the session files has no byte left, until `freeDisk`. */
	| { readonly type: 'fillDisk' }
	| { readonly type: 'freeDisk' }
	/** settings.py gets a new SECRET_KEY; `keepOld`: the old one goes into SECRET_KEY_FALLBACKS. */
	| { readonly type: 'rotateSecretKey'; readonly keepOld: boolean }
	/** The clock of a browser's computer is wrong by so much: "1h", "-1h", or seconds; 0 sets it right. */
	| { readonly type: 'setBrowserClock'; readonly profile: ProfileName; readonly ahead: string | number }
	/** A session vanishes from every store that keeps it: row, file, cache entries. */
	| { readonly type: 'destroySession'; readonly key: string };

export type FaultType = FaultAction['type'];
