import { editCookie } from '../browser/devtools/edit-cookie.ts';
import { browserRequest, type Cause } from '../browser/navigation/request.ts';
import type { Cancellation } from '../exchange/events.ts';
import type { Clock } from '../time/clock.ts';
import type { ProfileName } from './action.ts';
import type { BrowserAction, TabId } from './browser-action.ts';
import type { WorldEvent, WorldOwnEvent } from './events.ts';
import type { BrowserEvent } from '../browser/events.ts';
import type { Navigation } from './flights.ts';
import { InvalidAction } from './invalid-action.ts';
import { storeEvents, type ShownPage, type SimulatedBrowser } from './simulated-browser.ts';
import type { ActionAnswer } from './action-answer.ts';

type ActionOf<Type extends BrowserAction['type']> = Extract<BrowserAction, { type: Type }>;

interface BrowserActionsWorld {
	readonly clock: Clock;
	browser(name: ProfileName): SimulatedBrowser;
	/** A private window is gone. */
	closed(name: ProfileName): void;
	say(event: BrowserEvent | WorldOwnEvent, profile: ProfileName): WorldEvent;
	/** An absolute address. @throws InvalidAction */
	address(text: string, profile: ProfileName): string;
	open(navigation: Navigation, hold: boolean): ActionAnswer;
	/** What the browser waits for is given up: in one tab, or in all. */
	cancel(reason: Cancellation, profile: ProfileName, tab: TabId | null): void;
}

const DONE: ActionAnswer = { kind: 'none' };

/** Carries out what a learner does with a browser itself. */
export class BrowserActions {
	readonly #world: BrowserActionsWorld;

	constructor(world: BrowserActionsWorld) {
		this.#world = world;
	}

	/** @throws InvalidAction when the action does not fit the browser as it stands */
	perform(action: BrowserAction): ActionAnswer {
		const { profile } = action;
		const browser = this.#world.browser(profile);
		switch (action.type) {
			case 'openTab':
				return this.#tell(profile, { type: 'tab.opened', profile, tab: browser.openTab().id });
			case 'pickTab':
				browser.pickTab(this.#tab(browser, action.tab));
				return this.#tell(profile, { type: 'tab.picked', profile, tab: action.tab });
			case 'closeTab':
				return this.#closeTab(browser, this.#tab(browser, action.tab));
			case 'reload':
				return this.#reload(browser, action);
			case 'traverse':
				return this.#traverse(browser, action);
			case 'startUp':
				browser.startUp = action.startUp;
				return this.#tell(profile, { type: 'browser.start-up', profile, startUp: action.startUp });
			case 'crash':
				this.#world.cancel('BrowserClosed', profile, null);
				this.#world.say(
					{ type: 'browser.crashed', profile, dropped: browser.crash(action.restore) },
					profile
				);
				if (browser.profile.kind === 'private') this.#world.closed(profile);
				return this.comeBack(browser);
			case 'clearSite':
				return this.#clearSite(browser, action);
			case 'preferCookies':
				browser.prefer(action.change);
				browser.refreshScripts(this.#world.clock.now());
				return this.#tell(profile, {
					type: 'browser.preferences',
					profile,
					preferences: browser.jar.preferences
				});
			case 'editCookie':
				return this.#editCookie(browser, action);
			case 'removeCookie':
				browser.jar.remove(action.cookie);
				browser.refreshScripts(this.#world.clock.now());
				return this.#tell(profile, { type: 'cookie.cleared', profile, cookies: [action.cookie] });
			case 'readScript':
				return this.#readScript(browser);
			case 'writeScript':
				return this.#writeScript(browser, action);
			case 'fetch':
			case 'load':
				return this.#fetch(browser, action);
			default:
				return action satisfies never;
		}
	}

	/** The page of a browser that has restored its tabs is loaded again; one that came of a form is not. */
	comeBack(browser: SimulatedBrowser): ActionAnswer {
		const entry = browser.entry(browser.active);
		if (entry?.method !== 'GET') return DONE;
		return this.#open(browser, browser.active, { type: 'traverse', entry }, false);
	}

	#tell(profile: ProfileName, event: WorldOwnEvent | BrowserEvent): ActionAnswer {
		this.#world.say(event, profile);
		return DONE;
	}

	#tab({ profile, name }: SimulatedBrowser, id: TabId): TabId {
		if (!profile.tabs.some((tab) => tab.id === id)) {
			throw new InvalidAction(`${name} has no tab ${id}.`);
		}
		return id;
	}

	#page(browser: SimulatedBrowser): ShownPage {
		const page = browser.shown(browser.active);
		if (!page) throw new InvalidAction(`${browser.name} shows no page yet.`);
		return page;
	}

	#closeTab(browser: SimulatedBrowser, tab: TabId): ActionAnswer {
		const last = browser.profile.tabs.length === 1;
		const dropped = browser.closeTab(tab);
		const { name: profile } = browser;
		this.#world.cancel('TabClosed', profile, tab);
		if (last && browser.profile.kind === 'private') this.#world.closed(profile);
		return this.#tell(profile, { type: 'tab.closed', profile, tab, dropped });
	}

	#reload(browser: SimulatedBrowser, { tab: given, hold }: ActionOf<'reload'>): ActionAnswer {
		const tab = this.#tab(browser, given ?? browser.active);
		const entry = browser.entry(tab);
		if (!entry) throw new InvalidAction(`${browser.name} has no page to load again.`);
		return this.#open(browser, tab, { type: 'reload', entry }, hold);
	}

	#traverse(browser: SimulatedBrowser, { tab: given, by, hold }: ActionOf<'traverse'>): ActionAnswer {
		const tab = this.#tab(browser, given ?? browser.active);
		const moved = browser.profile.traverse(tab, by);
		const entry = moved && browser.entry(tab);
		if (!entry) throw new InvalidAction(`${browser.name} has no page there in its history.`);
		return this.#open(browser, tab, { type: 'traverse', entry }, hold);
	}

	#clearSite(browser: SimulatedBrowser, action: ActionOf<'clearSite'>): ActionAnswer {
		const { profile } = action;
		const url = action.url === undefined ? this.#page(browser).url : this.#world.address(action.url, profile);
		const cookies = browser.profile.clearSite(url);
		browser.refreshScripts(this.#world.clock.now());
		return this.#tell(profile, { type: 'site.cleared', profile, url, cookies });
	}

	#editCookie(browser: SimulatedBrowser, { profile, old, cookie }: ActionOf<'editCookie'>): ActionAnswer {
		const decision = editCookie(browser.jar, old, cookie, browser.time(this.#world.clock.now()));
		browser.refreshScripts(this.#world.clock.now());
		if (decision.outcome === 'stored') {
			return this.#tell(profile, { type: 'cookie.edited', profile, cookie: decision.cookie });
		}
		for (const event of storeEvents(decision)) this.#world.say(event, profile);
		return DONE;
	}

	#readScript(browser: SimulatedBrowser): ActionAnswer {
		const { url, document } = this.#page(browser);
		const { header, decisions } = browser.jar.readDocumentCookie(
			document,
			browser.time(this.#world.clock.now())
		);
		for (const decision of decisions) {
			if (decision.outcome === 'withheld') {
				this.#world.say({ type: 'cookie.withheld', decision }, browser.name);
			}
		}
		return this.#tell(browser.name, { type: 'script.read', url, value: header });
	}

	#writeScript(browser: SimulatedBrowser, { line }: ActionOf<'writeScript'>): ActionAnswer {
		const page = this.#page(browser);
		this.#world.say({ type: 'script.wrote', line }, browser.name);
		for (const event of browser.writeDocumentCookie(page, line, this.#world.clock.now())) {
			this.#world.say(event, browser.name);
		}
		return DONE;
	}

	#fetch(browser: SimulatedBrowser, action: ActionOf<'fetch' | 'load'>): ActionAnswer {
		const { url: base, document: from } = this.#page(browser);
		if (!URL.canParse(action.url, base)) {
			throw new InvalidAction(`${JSON.stringify(action.url)} is no address.`);
		}
		const url = this.#world.address(new URL(action.url, base).href, action.profile);
		if (action.type === 'load') {
			return this.#open(browser, browser.active, { type: action.kind, url, from }, action.hold);
		}
		const { method, headers, body, mode, credentials } = action;
		const cause: Cause = {
			type: 'fetch',
			url,
			from,
			...(method !== undefined && { method }),
			...(headers && { headers }),
			...(body !== undefined && { body }),
			...(mode && { mode }),
			...(credentials && { credentials })
		};
		return this.#open(browser, browser.active, cause, action.hold);
	}

	#open(browser: SimulatedBrowser, tab: TabId, cause: Cause, hold = false): ActionAnswer {
		const asked = browserRequest(cause);
		return this.#world.open({ profile: browser.name, tab, asked, known: true, own: [], generation: 0 }, hold);
	}
}
