import type { EpochMicros } from '../time/instant.ts';
import type { Cookie } from './cookies/cookie.ts';
import { CookieJar, type JarSnapshot } from './cookies/jar.ts';
import type { CookiePreferences } from './cookies/preferences.ts';
import type { HistoryEntry } from './navigation/request.ts';
import { navigated, newTab, traversed, type Tab } from './tab.ts';

/** An ordinary profile keeps its cookies on disk; a private window has a jar of its own that dies with its last tab. */
export type ProfileKind = 'ordinary' | 'private';

/** How a browser that was closed starts again: empty, or where it was ("Continue where you left off"). */
export type StartUp = 'fresh' | 'restore';

/** A profile as plain JSON. */
export interface ProfileSnapshot {
	readonly kind: ProfileKind;
	readonly jar: JarSnapshot;
	readonly tabs: readonly Tab[];
	readonly opened: number;
	readonly startUp: StartUp;
}

/** One browser profile: a jar, and the tabs that share it. Other profiles share nothing with it. */
export class Profile {
	readonly kind: ProfileKind;
	startUp: StartUp = 'fresh';
	#jar = new CookieJar();
	#tabs: readonly Tab[] = [];
	#opened = 0;

	constructor(kind: ProfileKind = 'ordinary') {
		this.kind = kind;
	}

	get jar(): CookieJar {
		return this.#jar;
	}

	/** Open tabs, in the order in which they were opened. */
	get tabs(): readonly Tab[] {
		return this.#tabs;
	}

	/** Opens a tab. */
	openTab(): Tab {
		this.#opened += 1;
		const tab = newTab(this.#opened);
		this.#tabs = [...this.#tabs, tab];
		return tab;
	}

	/** Closes a tab; with the last tab of a private window its jar goes. @returns the cookies that went */
	closeTab(id: number): readonly Cookie[] {
		this.#tabs = this.#tabs.filter((tab) => tab.id !== id);
		return this.kind === 'private' && this.#tabs.length === 0 ? this.#forgetAll() : [];
	}

	/** Notes what a tab shows now. @returns the tab */
	navigated(id: number, entry: HistoryEntry): Tab {
		return this.#put(navigated(this.#tab(id), entry));
	}

	/** Moves a tab back (negative) or forward in its history. @returns the tab, or `null` when there is nothing there */
	traverse(id: number, by: number): Tab | null {
		const tab = traversed(this.#tab(id), by);
		return tab && this.#put(tab);
	}

	/**
	 * Closes the browser. A private window forgets everything. An ordinary profile forgets its session cookies and its
	 * tabs, unless it starts up where it was: then both are there again, which is why "until the browser closes" may be
	 * never.
	 * @returns the cookies that went
	 */
	close(): readonly Cookie[] {
		if (this.kind === 'private') {
			this.#tabs = [];
			return this.#forgetAll();
		}
		if (this.startUp === 'restore') return [];
		this.#tabs = [];
		return this.#jar.closeBrowser();
	}

	/**
	 * The browser crashes. Its offer to restore the pages brings tabs and session cookies back; when it is declined, they
	 * are gone as after closing. A private window is never offered.
	 * @returns the cookies that went
	 */
	crash(restorePages: boolean): readonly Cookie[] {
		if (this.kind === 'ordinary' && restorePages) return [];
		this.#tabs = [];
		return this.kind === 'private' ? this.#forgetAll() : this.#jar.closeBrowser();
	}

	/** "Clear site data" for the site of an address. @returns the cookies that went */
	clearSite(url: string): readonly Cookie[] {
		return this.#jar.clearSite(url);
	}

	/** Changes what the user lets cookies do. Cookies that are there stay. */
	prefer(change: Partial<CookiePreferences>): void {
		this.#jar.preferences = { ...this.#jar.preferences, ...change };
	}

	/** The unexpired cookies, in sending order. */
	cookies(now: EpochMicros): readonly Cookie[] {
		return this.#jar.list(now);
	}

	snapshot(): ProfileSnapshot {
		const { kind, startUp } = this;
		return { kind, startUp, jar: this.#jar.snapshot(), tabs: this.#tabs, opened: this.#opened };
	}

	/** The profile that a snapshot was taken of. */
	static restore({ kind, startUp, jar, tabs, opened }: ProfileSnapshot): Profile {
		const profile = new Profile(kind);
		profile.startUp = startUp;
		profile.#jar = CookieJar.restore(jar);
		profile.#tabs = tabs;
		profile.#opened = opened;
		return profile;
	}

	#forgetAll(): readonly Cookie[] {
		const { preferences } = this.#jar;
		const gone = this.#jar.snapshot().cookies;
		this.#jar = new CookieJar();
		this.#jar.preferences = preferences;
		return gone;
	}

	#tab(id: number): Tab {
		const tab = this.#tabs.find((one) => one.id === id);
		if (!tab) throw new RangeError(`No tab ${id} is open`);
		return tab;
	}

	#put(tab: Tab): Tab {
		this.#tabs = this.#tabs.map((one) => (one.id === tab.id ? tab : one));
		return tab;
	}
}
