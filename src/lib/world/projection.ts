import type { Cookie } from '../browser/cookies/cookie.ts';
import type { CookiePreferences } from '../browser/cookies/preferences.ts';
import type { BrowserEvent } from '../browser/events.ts';
import type { ProfileKind, StartUp } from '../browser/profile.ts';
import type { DjangoVersion, HeldSession, ProjectFiles } from '../django/server.ts';
import type { PythonError, SourceLine } from '../django/events.ts';
import type { Cancellation, ExchangeFailure, ExchangeId } from '../exchange/events.ts';
import type { Phase } from '../exchange/phases.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import type { EpochMicros } from '../time/instant.ts';
import type { ProfileName } from './action.ts';
import type { TabId } from './browser-action.ts';
import type { WorldEvent } from './events.ts';
import type { LockedAgainst } from './faults/fault-action.ts';

/**
 * The world as the panes show it: plain JSON values, made anew after each action. Looking back reads an older
 * projection and never touches the live world.
 */
export interface Projection {
	readonly now: EpochMicros;
	readonly start: EpochMicros;
	/** How many actions have been applied. */
	readonly actions: number;
	readonly origin: string;
	readonly profiles: readonly ProfileView[];
	/** Newest last; those in flight have `next`. At most the last 40. */
	readonly exchanges: readonly ExchangeView[];
	/** What is broken at the moment, until it is mended. */
	readonly faults: FaultsView;
	/** The sites beside the origin's. */
	readonly sites: readonly SiteView[];
	/** cron runs `clearsessions` every night. */
	readonly cron: boolean;
	readonly server: ServerView;
	readonly store: StoreView;
}

export interface FaultsView {
	/** What the lock of another program keeps out of the database. */
	readonly databaseLocked: LockedAgainst | null;
	readonly diskFull: boolean;
}

export interface SiteView {
	readonly origin: string;
	readonly hosts: readonly string[];
	readonly kind: 'pages' | 'django';
}

export interface ProfileView {
	readonly name: ProfileName;
	readonly kind: ProfileKind;
	readonly blocked: boolean;
	readonly preferences: CookiePreferences;
	readonly startUp: StartUp;
	/** Open tabs in their order; the one on show is `active`. */
	readonly tabs: readonly TabView[];
	/** How far its clock is ahead of the world's, in microseconds; its cookies expire by it. */
	readonly clockAhead: number;
	/** Unexpired cookies, in the order they would be sent. */
	readonly cookies: readonly Cookie[];
	/** The address bar; `null` before the first visit. */
	readonly url: string | null;
	/** The page on show; `null` before the first visit. */
	readonly page: PageView | null;
}

export interface TabView {
	readonly id: TabId;
	readonly active: boolean;
	/** `null`: an empty tab. */
	readonly url: string | null;
	readonly title: string;
	readonly canGoBack: boolean;
	readonly canGoForward: boolean;
}

export interface PageView {
	readonly status: number;
	readonly contentType: string;
	readonly body: string;
	readonly exchange: ExchangeId;
	/** What `document.cookie` reads in it; there only when the page has named behaviours (`data-crumb-…`). */
	readonly documentCookie?: string;
}

export interface ExchangeView {
	readonly id: ExchangeId;
	readonly profile: ProfileName;
	/** The tab that shows the answer, or whose page asked. */
	readonly tab: TabId;
	readonly redirectedFrom: ExchangeId | null;
	/** What made the browser ask. */
	readonly cause: Extract<BrowserEvent, { type: 'navigation.started' }>['cause'];
	readonly method: string;
	readonly url: string;
	/** The request on the wire, once cookies are attached. */
	readonly request: HttpRequest | null;
	readonly response: HttpResponse | null;
	/** The phase whose step comes next (with the middleware it is at); `null` when the exchange has ended. */
	readonly next: { readonly phase: Phase; readonly middleware?: string } | null;
	/** The phase that was done last. */
	readonly done: { readonly phase: Phase; readonly middleware?: string } | null;
	/** The connection is broken: the response will not arrive. */
	readonly wireBroken?: true;
	readonly failure: { readonly reason: ExchangeFailure; readonly message: string } | null;
	/** Why the browser waits no more for it, where that is so. */
	readonly cancelled: Cancellation | null;
	/** Its own copy of the session, while it is in the server; `null` where it has none. */
	readonly session: HeldSession | null;
	readonly error: PythonError | null;
	/** All events of this exchange so far. */
	readonly events: readonly WorldEvent[];
}

export interface ServerView {
	readonly django: DjangoVersion;
	readonly python: string;
	readonly process: string;
	/** The ids of the worker processes; `null` for one that has not been needed yet. */
	readonly workers: readonly (string | null)[];
	/** Which worker takes the next request, counted from 1. */
	readonly nextWorker: number;
	readonly files: ProjectFiles;
	/** Why settings or application do not load, if they do not. */
	readonly error: PythonError | null;
	/** Why the first file that does not compile does not, if there is one. */
	readonly broken: PythonError | null;
	/** Dotted paths, outermost first. */
	readonly middleware: readonly string[];
	/** The SESSION_* settings and others that the panes show. */
	readonly settings: Readonly<Record<string, unknown>>;
	/** What views printed and the server logged, newest last, at most 200 lines. */
	readonly console: readonly ConsoleLine[];
}

export interface ConsoleLine {
	readonly kind: 'print' | 'log' | 'access' | 'error';
	readonly text: string;
	readonly at: EpochMicros;
	readonly by?: SourceLine;
}

export interface StoreView {
	/** The `django_session` rows by key; `null`: there is no such table (not migrated). */
	readonly sessions: readonly SessionRow[] | null;
	/** How many rows there are in all (at most 200 are listed). */
	readonly count: number;
	/** Names in the project's `sessions/` folder, sorted. */
	readonly files: readonly string[];
	/** `SESSION_ENGINE`, a dotted path; `null` where the settings do not load. */
	readonly engine: string | null;
	/** The folder of file sessions: `SESSION_FILE_PATH`, or the temporary one. */
	readonly fileFolder: string;
	/** The session files in it by name, at most 200. */
	readonly sessionFiles: readonly SessionFileView[];
	/** What the process that answers requests keeps in its memory caches, least recently used first; at most 200. */
	readonly cache: readonly CacheEntryView[];
}

export interface SessionFileView {
	readonly name: string;
	readonly content: string;
	readonly modified: EpochMicros;
	/** As in `SessionRow`. */
	readonly decoded: string | null;
	readonly decodeError: string | null;
}

export interface CacheEntryView {
	/** `LOCATION` of the cache. */
	readonly location: string;
	/** With prefix and version, as it is stored. */
	readonly key: string;
	/** The length of the pickle. */
	readonly bytes: number;
	/** What the pickle says, as a Python literal; `null` when it does not read. */
	readonly value: string | null;
	/** `null`: for ever. */
	readonly expires: EpochMicros | null;
	/** Its time is over; the cache forgets it when it is next asked. */
	readonly expired: boolean;
}

export interface SessionRow {
	readonly sessionKey: string;
	readonly sessionData: string;
	/** As it stands in the table. */
	readonly expireDate: string;
	/** Expired, in Django's sense: it no longer loads (`expire_date > now` does not hold). */
	readonly expired: boolean;
	/** `clearsessions` would remove it (`expire_date < now` holds). */
	readonly clearable: boolean;
	/** The decoded data as JSON text; `null` with the reason when it does not decode. */
	readonly decoded: string | null;
	readonly decodeError: string | null;
}
