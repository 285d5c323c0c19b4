import type { Cookie } from '../browser/cookies/cookie.ts';
import type { CookiePreferences } from '../browser/cookies/preferences.ts';
import type { EditedCookie } from '../browser/devtools/edit-cookie.ts';
import type { Credentials } from '../browser/navigation/request.ts';
import type { StartUp } from '../browser/profile.ts';
import type { Tab } from '../browser/tab.ts';
import type { Header } from '../http/message.ts';
import type { ProfileName } from './action.ts';

export type TabId = Tab['id'];

/** What a learner does with the browser itself: its tabs, its buttons, its settings and its DevTools. */
export type BrowserAction =
	| { readonly type: 'openTab'; readonly profile: ProfileName }
	/** With the last tab of a private window its jar goes; an ordinary window keeps one empty tab. */
	| { readonly type: 'closeTab'; readonly profile: ProfileName; readonly tab: TabId }
	| { readonly type: 'pickTab'; readonly profile: ProfileName; readonly tab: TabId }
	/** The page of a tab is asked for again, form data included. */
	| {
			readonly type: 'reload';
			readonly profile: ProfileName;
			readonly tab?: TabId;
			readonly hold?: boolean;
	  }
	/** Back (-1) and forward (1). The page is asked for again. */
	| {
			readonly type: 'traverse';
			readonly profile: ProfileName;
			readonly by: number;
			readonly tab?: TabId;
			readonly hold?: boolean;
	  }
	/** How the browser starts after it was closed: empty, or where it was. */
	| { readonly type: 'startUp'; readonly profile: ProfileName; readonly startUp: StartUp }
	/** The browser ends without having closed; `restore`: its offer to bring the pages back is taken. */
	| { readonly type: 'crash'; readonly profile: ProfileName; readonly restore: boolean }
	/** Removes all cookies of the site of an address; without one, of the page on show. */
	| { readonly type: 'clearSite'; readonly profile: ProfileName; readonly url?: string }
	| {
			readonly type: 'preferCookies';
			readonly profile: ProfileName;
			readonly change: Partial<CookiePreferences>;
	  }
	/** Application › Cookies: changes a row (`old`), or adds one (`null`). */
	| {
			readonly type: 'editCookie';
			readonly profile: ProfileName;
			readonly old: Cookie | null;
			readonly cookie: EditedCookie;
	  }
	/** Application › Cookies: deletes one row. */
	| { readonly type: 'removeCookie'; readonly profile: ProfileName; readonly cookie: Cookie }
	/** The console of the page on show: `document.cookie`. */
	| { readonly type: 'readScript'; readonly profile: ProfileName }
	/** The console of the page on show: `document.cookie = line`. */
	| { readonly type: 'writeScript'; readonly profile: ProfileName; readonly line: string }
	/** The console of the page on show: `fetch(url, …)`. */
	| {
			readonly type: 'fetch';
			readonly profile: ProfileName;
			readonly url: string;
			readonly method?: string;
			readonly headers?: readonly Header[];
			readonly body?: string;
			readonly mode?: 'cors' | 'no-cors';
			readonly credentials?: Credentials;
			readonly hold?: boolean;
	  }
	/** The page on show gets an image or a frame of that address. */
	| {
			readonly type: 'load';
			readonly profile: ProfileName;
			readonly kind: 'image' | 'frame';
			readonly url: string;
			readonly hold?: boolean;
	  };
