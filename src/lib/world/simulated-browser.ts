import type { Cookie } from '../browser/cookies/cookie.ts';
import type { SendDecision, StoreDecision } from '../browser/cookies/decisions.ts';
import type { CookieJar } from '../browser/cookies/jar.ts';
import type { CookiePreferences } from '../browser/cookies/preferences.ts';
import type { RequestContext } from '../browser/cookies/request-context.ts';
import type { BrowserEvent } from '../browser/events.ts';
import { pageTitle } from '../browser/navigation/page-content.ts';
import {
	historyEntry,
	type BrowserRequest,
	type HistoryEntry,
	type PageDocument
} from '../browser/navigation/request.ts';
import { REFERRER_POLICIES } from '../http/referrer-policy.ts';
import { Profile, type ProfileKind, type ProfileSnapshot, type StartUp } from '../browser/profile.ts';
import { currentEntry, type Tab } from '../browser/tab.ts';
import type { ExchangeId } from '../exchange/events.ts';
import { headerValue, type HttpResponse } from '../http/message.ts';
import { formatHttpDate } from '../http/date.ts';
import { instant, type EpochMicros } from '../time/instant.ts';
import type { ProfileName } from './action.ts';
import type { PageView } from './projection.ts';

/** What a tab shows: the page, its address, and what the requests that it causes need to know of it. */
export interface ShownPage {
	readonly url: string;
	readonly page: PageView;
	readonly document: PageDocument;
}

/** A browser as plain values. */
export interface BrowserSnapshot {
	readonly name: ProfileName;
	readonly profile: ProfileSnapshot;
	readonly pages: readonly (readonly [tab: Tab['id'], shown: ShownPage])[];
	readonly active: Tab['id'];
	readonly clockAhead: number;
}

/** One profile: its jar, its tabs and their pages. A window that was closed opens again with one empty tab. */
export class SimulatedBrowser {
	readonly name: ProfileName;
	#profile: Profile;
	readonly #pages = new Map<Tab['id'], ShownPage>();
	#active: Tab['id'];
	/** How far its computer's clock is ahead of the world's, in microseconds. */
	clockAhead = 0;

	constructor(name: ProfileName, kind: ProfileKind = 'ordinary') {
		this.name = name;
		this.#profile = new Profile(kind);
		this.#active = this.#profile.openTab().id;
	}

	/** The browser that a snapshot was taken of. */
	static restore({ name, profile, pages, active, clockAhead }: BrowserSnapshot): SimulatedBrowser {
		const browser = new SimulatedBrowser(name, profile.kind);
		browser.#profile = Profile.restore(profile);
		for (const [tab, shown] of pages) browser.#pages.set(tab, shown);
		browser.#active = active;
		browser.clockAhead = clockAhead;
		return browser;
	}

	snapshot(): BrowserSnapshot {
		const { name, profile } = this;
		return {
			name,
			profile: profile.snapshot(),
			pages: [...this.#pages],
			active: this.#active,
			clockAhead: this.clockAhead
		};
	}

	get profile(): Profile {
		return this.#profile;
	}

	get jar(): CookieJar {
		return this.profile.jar;
	}

	/** What its computer's clock shows. */
	time(now: EpochMicros): EpochMicros {
		return instant(now + this.clockAhead);
	}

	/** The tab on show. */
	get active(): Tab['id'] {
		return this.#active;
	}

	get url(): string | null {
		return this.shown(this.#active)?.url ?? null;
	}

	get page(): PageView | null {
		return this.shown(this.#active)?.page ?? null;
	}

	get blocked(): boolean {
		return this.jar.preferences.blockAll;
	}

	/** What a tab shows; `null` in an empty tab. */
	shown(tab: Tab['id']): ShownPage | null {
		return this.#pages.get(tab) ?? null;
	}

	/** The entry of a tab's history that is on show. */
	entry(tab: Tab['id']): HistoryEntry | null {
		const found = this.profile.tabs.find(({ id }) => id === tab);
		return found ? currentEntry(found) : null;
	}

	/** Changes what the user lets cookies do. Those in the jar stay. */
	prefer(change: Partial<CookiePreferences>): void {
		this.profile.prefer(change);
	}

	/** Opens an empty tab and shows it. */
	openTab(): Tab {
		const tab = this.profile.openTab();
		this.#active = tab.id;
		return tab;
	}

	pickTab(id: Tab['id']): void {
		this.#active = id;
	}

	/** Closes a tab. @returns the cookies that went with the last tab of a private window */
	closeTab(id: Tab['id']): readonly Cookie[] {
		const at = this.profile.tabs.findIndex((tab) => tab.id === id);
		const dropped = this.profile.closeTab(id);
		this.#pages.delete(id);
		if (this.#active === id) this.#active = this.#neighbour(at);
		return dropped;
	}

	/** Closes all windows. @returns the cookies that went */
	close(): readonly Cookie[] {
		return this.#ended(this.profile.close());
	}

	/** Ends without having closed. @returns the cookies that went */
	crash(restorePages: boolean): readonly Cookie[] {
		return this.#ended(this.profile.crash(restorePages));
	}

	set startUp(startUp: StartUp) {
		this.profile.startUp = startUp;
	}

	/** The Cookie header for a request, and what was decided of each cookie. */
	attachCookies(
		context: RequestContext,
		now: EpochMicros
	): { header: string; events: readonly BrowserEvent[] } {
		const { header, decisions } = this.jar.cookiesFor(context, this.time(now));
		return { header, events: [...decisions.map(sendEvent), { type: 'cookies.attached', header }] };
	}

	/**
	 * Stores what a response sets; `date` is its Date header. Django's servers send one with each response: without
	 * it here, a clock that is wrong is held against the world's.
	 */
	storeCookies(
		lines: readonly string[],
		context: RequestContext,
		date: string | undefined,
		now: EpochMicros
	): readonly BrowserEvent[] {
		const sent = date ?? (this.clockAhead === 0 ? undefined : formatHttpDate(now));
		const dated = sent === undefined ? context : { ...context, date: sent };
		const decisions = this.jar.receive(lines, dated, this.time(now));
		return decisions.flatMap(storeEvents);
	}

	/** Shows a response as the page of a tab, and notes it in the tab's history. A tab that was closed shows nothing. */
	render(
		tab: Tab['id'],
		asked: BrowserRequest,
		response: HttpResponse,
		exchange: ExchangeId,
		now: EpochMicros
	): BrowserEvent {
		const { url } = asked.request;
		const { status, body } = response;
		const contentType = headerValue(response.headers, 'Content-Type') ?? '';
		if (this.profile.tabs.some(({ id }) => id === tab)) {
			if (asked.cause.type !== 'traverse') this.profile.navigated(tab, historyEntry(asked));
			const document = pageDocument(url, response);
			const page: PageView = { status, contentType, body, exchange };
			this.#pages.set(tab, { url, document, page: this.#withScript(page, document, now) });
		}
		return { type: 'page.rendered', url, title: pageTitle(body) };
	}

	/** A script of the tab's page writes `document.cookie`. */
	writeDocumentCookie(page: ShownPage, line: string, now: EpochMicros): readonly BrowserEvent[] {
		const decision = this.jar.writeDocumentCookie(line, page.document, this.time(now));
		this.refreshScripts(now);
		return storeEvents(decision);
	}

	/** Lets pages that show `document.cookie` read it again. */
	refreshScripts(now: EpochMicros): void {
		for (const [tab, shown] of this.#pages) {
			this.#pages.set(tab, { ...shown, page: this.#withScript(shown.page, shown.document, now) });
		}
	}

	#withScript(page: PageView, document: PageDocument, now: EpochMicros): PageView {
		if (!/\bdata-crumb-/.test(page.body)) return page;
		return { ...page, documentCookie: this.jar.readDocumentCookie(document, this.time(now)).header };
	}

	/** After an end there is one window again: with its tabs where they were restored, else with an empty one. */
	#ended(dropped: readonly Cookie[]): readonly Cookie[] {
		const kept = new Set(this.profile.tabs.map(({ id }) => id));
		for (const id of this.#pages.keys()) if (!kept.has(id)) this.#pages.delete(id);
		if (!kept.has(this.#active)) this.#active = this.#neighbour(0);
		return dropped;
	}

	#neighbour(at: number): Tab['id'] {
		const { tabs } = this.profile;
		return (tabs[Math.min(at, tabs.length - 1)] ?? this.profile.openTab()).id;
	}
}

function pageDocument(url: string, { headers }: HttpResponse): PageDocument {
	const named = headerValue(headers, 'Referrer-Policy')?.trim().toLowerCase();
	const referrerPolicy = REFERRER_POLICIES.find((policy) => policy === named);
	return { url, ...(referrerPolicy && { referrerPolicy }) };
}

function sendEvent(decision: SendDecision): BrowserEvent {
	return decision.outcome === 'sent'
		? { type: 'cookie.attached', decision }
		: { type: 'cookie.withheld', decision };
}

/** What the browser says of a decision to store. */
export function storeEvents(decision: StoreDecision): BrowserEvent[] {
	switch (decision.outcome) {
		case 'stored':
			return [
				{ type: 'cookie.stored', decision },
				...decision.evicted.map((cookie) => ({ type: 'cookie.evicted' as const, cookie }))
			];
		case 'deleted':
			return [{ type: 'cookie.removed', decision }];
		case 'refused':
			return [{ type: 'cookie.refused', decision }];
		default:
			return decision satisfies never;
	}
}
