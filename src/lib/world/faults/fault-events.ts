import type { DjangoVersion } from '../../django/server.ts';
import type { ExchangeId } from '../../exchange/events.ts';
import type { ProfileName } from '../action.ts';
import type { LockedAgainst } from './fault-action.ts';

/** Where a session was kept. */
export type SessionPlace = 'row' | 'file' | 'cache';

/** What is said when something breaks, or is mended. */
export type FaultEvent =
	/** `answered`: the response was under way already. */
	| { readonly type: 'wire.broken'; readonly target: ExchangeId; readonly answered: boolean }
	/** `targets`: the exchanges that the process worked at. */
	| { readonly type: 'worker.killed'; readonly process: string; readonly targets: readonly ExchangeId[] }
	| { readonly type: 'cache.emptied'; readonly entries: number; readonly engine: string }
	| {
			readonly type: 'cache.evicted';
			readonly key: string;
			readonly workers: number;
			readonly engine: string;
	  }
	| { readonly type: 'database.locked'; readonly against: LockedAgainst; readonly engine: string }
	| { readonly type: 'database.unlocked' }
	| { readonly type: 'disk.filled'; readonly engine: string }
	| { readonly type: 'disk.freed' }
	| {
			readonly type: 'secret-key.rotated';
			readonly keptOld: boolean;
			readonly django: DjangoVersion;
			readonly engine: string;
	  }
	/** `ahead`: microseconds, negative for a clock that is behind. */
	| { readonly type: 'browser.clock-set'; readonly profile: ProfileName; readonly ahead: number }
	/** `targets`: the exchanges in flight that came with this key. */
	| {
			readonly type: 'stored-session.destroyed';
			readonly key: string;
			readonly places: readonly SessionPlace[];
			readonly targets: readonly ExchangeId[];
	  };
