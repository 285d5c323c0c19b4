import { parseAddress, type Address } from '../../http/address.ts';
import { parseHttpDate } from '../../http/date.ts';
import { siteHost } from '../../http/site.ts';
import type { EpochMicros } from '../../time/instant.ts';
import type { Cookie } from './cookie.ts';
import { freshCookie } from './fresh-cookie.ts';
import { CookieIndex, type Shelf } from './cookie-index.ts';
import type { StoreDecision } from './decisions.ts';
import {
	excessInAll,
	excessOfPartition,
	excessOfSite,
	MOST_IN_ALL,
	MOST_PER_SITE,
	SAFE_FROM_TOTAL
} from './eviction.ts';
import { documentPartition, partitionKey, requestPartition } from './partition.ts';
import { blockedBy } from './blocked-by.ts';
import { ALLOW_ALL, type CookiePreferences } from './preferences.ts';
import type { DocumentContext, RequestContext } from './request-context.ts';
import { retrieveCookies, type Getter, type Retrieved } from './retrieve-cookies.ts';
import { scriptContext, sendingContext, siteForCookies, storingContext } from './same-site.ts';
import { storeCookie, type Setter, type Store } from './store-cookie.ts';

/** A jar as plain JSON. */
export interface JarSnapshot {
	readonly cookies: readonly Cookie[];
	readonly order: number;
	readonly preferences: CookiePreferences;
}

/** The cookies of one profile. It decides as Chromium does; the time comes in with each call. */
export class CookieJar {
	preferences: CookiePreferences = ALLOW_ALL;
	readonly #index = new CookieIndex();
	readonly #store: Store = {
		index: this.#index,
		nextOrder: () => (this.#order += 1),
		makeRoom: (around, now) => this.#makeRoom(around, now)
	};
	#order = 0;
	/** No cookie was used before this. */
	#earliestAccess = Infinity;

	/**
	 * Stores what the Set-Cookie lines of a response say (section 5.7). `context.date` is the response's Date header.
	 * @throws RangeError when the address is not of http or https
	 */
	receive(lines: readonly string[], context: RequestContext, now: EpochMicros): StoreDecision[] {
		const address = parseAddress(context.url);
		const setter: Setter = {
			address,
			now,
			skew: clockSkew(context.date, now),
			sameSite: storingContext(context, address),
			partition: requestPartition(context, address),
			blocked: blockedBy(this.preferences, address, siteForCookies(context, address)),
			fromScript: false
		};
		return lines.map((line, index) => storeCookie(this.#store, line, index, setter));
	}

	/**
	 * The Cookie header of a request, and what was decided of each cookie of its site (section 5.8.3).
	 * @throws RangeError when the address is not of http or https
	 */
	cookiesFor(context: RequestContext, now: EpochMicros): Retrieved {
		const address = parseAddress(context.url);
		return this.#retrieve({
			address,
			now,
			sameSite: sendingContext(context, address),
			partition: requestPartition(context, address),
			blocked: blockedBy(this.preferences, address, siteForCookies(context, address)),
			fromScript: false
		});
	}

	/** What `document.cookie` reads, and what was decided of each cookie of its site. */
	readDocumentCookie(document: DocumentContext, now: EpochMicros): Retrieved {
		return this.#retrieve(this.#script(document, now));
	}

	/** What `document.cookie = line` does. */
	writeDocumentCookie(line: string, document: DocumentContext, now: EpochMicros): StoreDecision {
		return storeCookie(this.#store, line, 0, { ...this.#script(document, now), skew: 0 });
	}

	/** The unexpired cookies in the order in which they would be sent. */
	list(now: EpochMicros): Cookie[] {
		return this.#index.all().filter((cookie) => !isExpired(cookie, now));
	}

	/** Removes the expired cookies. @returns them */
	expire(now: EpochMicros): Cookie[] {
		return this.#removeWhere((cookie) => isExpired(cookie, now));
	}

	/** Ends the browser's session: session cookies go. @returns them */
	closeBrowser(): Cookie[] {
		return this.#removeWhere(({ expires }) => expires === null);
	}

	/** Removes every cookie of a name. @returns them */
	deleteByName(name: string): Cookie[] {
		return this.#removeWhere((cookie) => cookie.name === name);
	}

	/** Removes every cookie of an address's site, in all partitions, as "Clear site data" does. @returns them */
	clearSite(url: string): Cookie[] {
		const site = parseAddress(url).siteHost;
		return this.#removeWhere(({ domain }) => siteHost(domain) === site);
	}

	/** Removes one cookie. @returns whether it was there */
	remove(cookie: Cookie): boolean {
		const held = this.#index.find(cookie);
		return held !== null && this.#index.remove(held);
	}

	/** Puts a cookie in the jar as it is, in the place of `old` and of any that it replaces. Nothing is checked. */
	replace(old: Cookie | null, cookie: Cookie): Cookie {
		if (old) this.remove(old);
		this.remove(cookie);
		this.#index.insert(cookie);
		this.#order = Math.max(this.#order, cookie.order);
		this.#earliestAccess = Math.min(this.#earliestAccess, cookie.lastAccess);
		return cookie;
	}

	/**
	 * Gives the first cookie of a name another value; it keeps its attributes and its place. Without one, makes a
	 * host-only session cookie with path "/" for the host of `url`.
	 */
	put(name: string, value: string, url: string, now: EpochMicros): Cookie {
		const old = this.list(now).find((cookie) => cookie.name === name) ?? null;
		return this.replace(old, old ? { ...old, value } : this.#handMade(name, value, parseAddress(url), now));
	}

	/** The jar as plain JSON. */
	snapshot(): JarSnapshot {
		return { cookies: this.#index.all(), order: this.#order, preferences: this.preferences };
	}

	/** The jar that a snapshot was taken of. */
	static restore({ cookies, order, preferences }: JarSnapshot): CookieJar {
		const jar = new CookieJar();
		for (const cookie of cookies) jar.replace(null, cookie);
		jar.#order = order;
		jar.preferences = preferences;
		return jar;
	}

	#handMade(name: string, value: string, { host }: Address, now: EpochMicros): Cookie {
		this.#order += 1;
		return {
			...freshCookie(name, value, host),
			created: now,
			lastAccess: now,
			order: this.#order
		};
	}

	#script({ url, topLevel }: DocumentContext, now: EpochMicros): Getter {
		const address = parseAddress(url);
		const partition = documentPartition(address, topLevel);
		const site = partition?.crossSiteAncestor === false ? address.site : null;
		return {
			address,
			now,
			sameSite: scriptContext(address, topLevel),
			partition,
			blocked: blockedBy(this.preferences, address, site),
			fromScript: true
		};
	}

	#retrieve(getter: Getter): Retrieved {
		const retrieved = retrieveCookies(this.#index, getter);
		for (const cookie of retrieved.used) {
			this.#index.swap(cookie, { ...cookie, lastAccess: getter.now });
		}
		return retrieved;
	}

	/** Section 5.7, on removing excess cookies: the expired ones first, then those of eviction.ts. */
	#makeRoom(around: Cookie, now: EpochMicros): readonly Cookie[] {
		this.#earliestAccess = Math.min(this.#earliestAccess, around.lastAccess);
		const shelf = this.#index.shelf(siteHost(around.domain), partitionKey(around.partition));
		if (around.partition) {
			return this.#evict(excessOfPartition(this.#unexpired(shelf, now)));
		}
		if (shelf.length > MOST_PER_SITE) {
			const evicted = this.#evict(excessOfSite(this.#unexpired(shelf, now)));
			if (evicted.length > 0) return evicted;
		}
		if (this.#index.plainCount <= MOST_IN_ALL || this.#earliestAccess >= now - SAFE_FROM_TOTAL) return [];
		return this.#makeRoomInAll(now);
	}

	#makeRoomInAll(now: EpochMicros): readonly Cookie[] {
		const evicted = this.#evict(excessInAll(this.#unexpired(this.#index.plain(), now), now));
		this.#earliestAccess = this.#index
			.all()
			.reduce((least, { lastAccess }) => Math.min(least, lastAccess), Infinity);
		return evicted;
	}

	/** The cookies of a shelf; what has expired is removed. */
	#unexpired(shelf: Shelf, now: EpochMicros): Cookie[] {
		const cookies = shelf.map(({ cookie }) => cookie);
		this.#evict(cookies.filter((cookie) => isExpired(cookie, now)));
		return cookies.filter((cookie) => !isExpired(cookie, now));
	}

	#evict(cookies: readonly Cookie[]): readonly Cookie[] {
		for (const cookie of cookies) this.#index.remove(cookie);
		return cookies;
	}

	#removeWhere(goes: (cookie: Cookie) => boolean): Cookie[] {
		const gone = this.#index.all().filter(goes);
		this.#evict(gone);
		return gone;
	}
}

function isExpired({ expires }: Cookie, now: EpochMicros): boolean {
	return expires !== null && expires <= now;
}

/** Our clock minus the Date header's, in microseconds; 0 without a Date that can be read. */
function clockSkew(date: string | undefined, now: EpochMicros): number {
	const server = date === undefined ? null : parseHttpDate(date);
	return server === null ? 0 : now - server;
}
