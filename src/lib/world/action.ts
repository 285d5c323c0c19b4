import type { DjangoVersion } from '../django/server.ts';
import type { ExchangeId } from '../exchange/events.ts';
import type { Phase } from '../exchange/phases.ts';
import type { BrowserAction, TabId } from './browser-action.ts';
import type { FaultAction } from './faults/fault-action.ts';

/** A profile's name, such as "browser". A profile comes into being at its first use. */
export type ProfileName = string;

/**
 * What a learner does. The world is a fold over these: same start and same actions give the same world.
 * The fields are those of the replay format (format 1); `hold`, `step` and `finish` are ours.
 */
export type Action =
	| {
			/** An address is typed, or a link of the shown page is followed. Relative addresses stand on the origin. */
			readonly type: 'visit';
			readonly profile: ProfileName;
			readonly url: string;
			readonly cause?: 'typed' | 'link' | 'reload';
			/** The tab that loads it; without it the tab on show. */
			readonly tab?: TabId;
			/**
			 * The tab whose page holds the link: Referer and SameSite go by it. Without it the link stands on a page of the
			 * same site of which nothing is said.
			 */
			readonly from?: TabId;
			/** The link has rel="noreferrer". */
			readonly noReferrer?: boolean;
			/** Extra request headers; a `Cookie` here replaces the jar's. */
			readonly headers?: Readonly<Record<string, string>>;
			/** Only open the exchange; `step` and `finish` then carry it on. */
			readonly hold?: boolean;
	  }
	| {
			/** A form is posted from the page of the tab `from`, or from a page of the same site. */
			readonly type: 'submit';
			readonly profile: ProfileName;
			readonly to: string;
			readonly data?: Readonly<Record<string, string>>;
			/** With GET the data become the query. Default POST. */
			readonly method?: 'GET' | 'POST';
			readonly tab?: TabId;
			readonly from?: TabId;
			readonly headers?: Readonly<Record<string, string>>;
			readonly hold?: boolean;
	  }
	/** Does the next sub-step of an exchange in flight; `until`: all of them until this phase's step comes next. */
	| { readonly type: 'step'; readonly exchange: ExchangeId; readonly until?: Phase }
	/** Runs an exchange in flight, and the redirects that follow, to the end. */
	| { readonly type: 'finish'; readonly exchange: ExchangeId }
	/** Moves the clock: a duration ("14d") or a number of seconds. */
	| { readonly type: 'advance'; readonly by: string | number }
	/** Whether cron runs `clearsessions` each night at three, by the project's TIME_ZONE. */
	| { readonly type: 'cron'; readonly on: boolean }
	| { readonly type: 'closeBrowser'; readonly profile: ProfileName }
	| { readonly type: 'blockCookies'; readonly profile: ProfileName; readonly blocked: boolean }
	| { readonly type: 'deleteCookie'; readonly profile: ProfileName; readonly name: string }
	| {
			readonly type: 'putCookie';
			readonly profile: ProfileName;
			readonly name: string;
			readonly value: string;
	  }
	/** Files change (`null`: gone) and the server reloads. */
	| { readonly type: 'edit'; readonly files: Readonly<Record<string, string | null>> }
	| { readonly type: 'restart' }
	/** How many worker processes answer requests, in turn. */
	| { readonly type: 'workers'; readonly count: number }
	/** This worker, counted from 1, takes the next request. */
	| { readonly type: 'nextWorker'; readonly worker: number }
	/** One worker starts anew: its memory is gone. */
	| { readonly type: 'restartWorker'; readonly worker: number }
	/** The project goes on under another version of Django; files, database, disk and browsers stay. */
	| { readonly type: 'deploy'; readonly django: DjangoVersion }
	/** `manage.py <command>`, such as "clearsessions". */
	| {
			readonly type: 'manage';
			readonly command: string;
			/** Its output is what a terminal shows: errors as lines, not as an exception. */
			readonly terminal?: boolean;
	  }
	/** `interactive`: as typed at the prompt, which shows the value of an expression. */
	| { readonly type: 'shell'; readonly code: string; readonly interactive?: boolean }
	/** Whole lines typed at the prompt of `manage.py dbshell`. */
	| { readonly type: 'dbshell'; readonly input: string }
	| { readonly type: 'sql'; readonly sql: string }
	/** Opens a further browser with an empty jar; a private window, where `private` says so. */
	| { readonly type: 'openBrowser'; readonly profile: ProfileName; readonly private?: boolean }
	| FaultAction
	| BrowserAction;

export type ActionType = Action['type'];
