import type { Cookie } from '../browser/cookies/cookie.ts';
import type { CookiePreferences } from '../browser/cookies/preferences.ts';
import type { StartUp } from '../browser/profile.ts';
import type { DjangoVersion } from '../django/server.ts';
import type { PythonError, ServerEvent } from '../django/events.ts';
import type { ExchangeEvent, Placed } from '../exchange/events.ts';
import type { EpochMicros } from '../time/instant.ts';
import type { ProfileName } from './action.ts';
import type { FaultEvent } from './faults/fault-events.ts';

/** What happens to the world outside exchanges. */
export type WorldOwnEvent =
	| { readonly type: 'clock.advanced'; readonly from: EpochMicros; readonly to: EpochMicros }
	| { readonly type: 'cron.set'; readonly on: boolean }
	/** A night's run of a command; what it does is told after this. */
	| { readonly type: 'cron.started'; readonly command: string }
	/** One jump runs it so often at most; the nights after that are passed over. */
	| { readonly type: 'cron.skipped'; readonly after: number }
	/** The jump passed this row's `expire_date`; the row is still there. */
	| { readonly type: 'row.expired'; readonly key: string; readonly expireDate: string }
	| { readonly type: 'browser.opened'; readonly profile: ProfileName; readonly private?: boolean }
	| { readonly type: 'browser.closed'; readonly profile: ProfileName; readonly dropped: readonly Cookie[] }
	| { readonly type: 'browser.blocked'; readonly profile: ProfileName; readonly blocked: boolean }
	| { readonly type: 'browser.crashed'; readonly profile: ProfileName; readonly dropped: readonly Cookie[] }
	| { readonly type: 'browser.start-up'; readonly profile: ProfileName; readonly startUp: StartUp }
	| {
			readonly type: 'browser.preferences';
			readonly profile: ProfileName;
			readonly preferences: CookiePreferences;
	  }
	| { readonly type: 'tab.opened'; readonly profile: ProfileName; readonly tab: number }
	| {
			readonly type: 'tab.closed';
			readonly profile: ProfileName;
			readonly tab: number;
			readonly dropped: readonly Cookie[];
	  }
	| { readonly type: 'tab.picked'; readonly profile: ProfileName; readonly tab: number }
	| {
			readonly type: 'site.cleared';
			readonly profile: ProfileName;
			readonly url: string;
			readonly cookies: readonly Cookie[];
	  }
	| { readonly type: 'cookie.edited'; readonly profile: ProfileName; readonly cookie: Cookie }
	| { readonly type: 'cookie.cleared'; readonly profile: ProfileName; readonly cookies: readonly Cookie[] }
	| {
			readonly type: 'server.started';
			readonly process: string;
			readonly django: DjangoVersion;
			readonly error: PythonError | null;
			/** A file that does not compile: the server runs, and what needs the file fails. */
			readonly broken: PythonError | null;
	  }
	| { readonly type: 'server.stopped'; readonly process: string }
	| { readonly type: 'workers.set'; readonly count: number }
	| { readonly type: 'worker.picked'; readonly worker: number }
	/** `SESSION_ENGINE` names another engine than before the restart. */
	| { readonly type: 'engine.switched'; readonly from: string; readonly to: string }
	/** `engine`: `SESSION_ENGINE`; `legacy`: what the older version wrote was base64 of `hash:json`. */
	| {
			readonly type: 'django.switched';
			readonly from: DjangoVersion;
			readonly to: DjangoVersion;
			readonly engine: string;
			readonly legacy: boolean;
	  }
	| { readonly type: 'files.edited'; readonly paths: readonly string[] }
	| {
			readonly type: 'command.ran';
			readonly kind: 'manage' | 'shell';
			readonly input: string;
			readonly stdout: string;
			readonly error: PythonError | null;
	  }
	| { readonly type: 'sql.ran'; readonly input: string; readonly error: string | null }
	| { readonly type: 'row.deleted'; readonly key: string };

/** Everything that a world can say. */
export type WorldEvent = Placed<ExchangeEvent | ServerEvent | WorldOwnEvent | FaultEvent> & {
	readonly profile?: ProfileName;
};
export type WorldEventType = WorldEvent['type'];
