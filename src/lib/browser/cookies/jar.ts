import { registrableDomain } from '../../http/site.ts';
import { instant, type EpochMicros } from '../../time/instant.ts';
import type { Cookie } from './cookie.ts';
import { CookieIndex, inSendingOrder } from './cookie-index.ts';
import type { SendDecision, StoreDecision } from './decisions.ts';
import { evictFromAll, evictFromDomain, evictFromPartition, hasExpired } from './eviction.ts';
import { parseDate } from './parse-date.ts';
import {
	contextOfDocument,
	contextOfRequest,
	type CookieContext,
	type DocumentContext,
	type RequestContext
} from './request-context.ts';
import { cookieString, retrieveCookies } from './retrieve-cookies.ts';
import { makeCookie, type Preferences } from './store-cookie.ts';

/** A use is noted only when the last noted one is so long ago, in microseconds. */
const NOTED_AGAIN_MICROS = 60_000_000;

/** A jar as plain JSON. */
export interface JarSnapshot {
	readonly cookies: readonly Cookie[];
	readonly preferences: Preferences;
	readonly made: number;
}

/** What a request takes along. */
export interface Retrieved {
	/** The Cookie header; "" for none. */
	readonly header: string;
	readonly decisions: readonly SendDecision[];
}

/** The cookies of one browser profile, decided as Chromium decides. It has no clock: every question brings its time. */
export class CookieJar {
	preferences: Preferences = { blockAll: false, blockThirdParty: false, blockedSites: [] };
	#index = new CookieIndex();
	#made = 0;

	/** Brings a jar back from its snapshot. */
	static restore({ cookies, preferences, made }: JarSnapshot): CookieJar {
		const jar = new CookieJar();
		jar.preferences = preferences;
		jar.#made = made;
		for (const cookie of cookies) jar.#index.insert(cookie);
		return jar;
	}

	snapshot(): JarSnapshot {
		return { cookies: this.#index.all(), preferences: this.preferences, made: this.#made };
	}

	/** Takes the Set-Cookie lines of a response, in order. @returns a decision for each */
	receive(lines: readonly string[], request: RequestContext, now: EpochMicros): StoreDecision[] {
		const context = contextOfRequest(request);
		const serverDate = request.date === undefined ? null : parseDate(request.date);
		return lines.map((header, line) => this.#store(header, line, context, serverDate, now));
	}

	/** What a request takes along; notes the use of each cookie sent. */
	cookiesFor(request: RequestContext, now: EpochMicros): Retrieved {
		return this.#retrieve(contextOfRequest(request), now);
	}

	/** What `document.cookie` reads. */
	readDocumentCookie(document: DocumentContext, now: EpochMicros): Retrieved {
		return this.#retrieve(contextOfDocument(document), now);
	}

	/** `document.cookie = line`. */
	writeDocumentCookie(line: string, document: DocumentContext, now: EpochMicros): StoreDecision {
		return this.#store(line, 0, contextOfDocument(document), null, now);
	}

	/** The unexpired cookies, in sending order. */
	list(now: EpochMicros): Cookie[] {
		return this.#index.all().filter((cookie) => !hasExpired(cookie, now));
	}

	/** Removes what has expired. @returns it */
	expire(now: EpochMicros): Cookie[] {
		return this.#removeAll(this.#index.all().filter((cookie) => hasExpired(cookie, now)));
	}

	/** Removes session cookies. @returns them */
	closeBrowser(): Cookie[] {
		return this.#removeAll(this.#index.all().filter(({ expires }) => expires === null));
	}

	/** Removes every cookie of a name. @returns them */
	deleteByName(name: string): Cookie[] {
		return this.#removeAll(this.#index.all().filter((cookie) => cookie.name === name));
	}

	/** Removes every cookie of an address's site, as "Clear site data" does. @returns them */
	clearSite(url: string): Cookie[] {
		return this.#removeAll([...this.#index.bucket(new URL(url).hostname)]);
	}

	/** Removes one cookie. @returns whether it was there */
	remove(cookie: Cookie): boolean {
		const held = this.#index.find(cookie);
		if (held) this.#index.remove(held);
		return held !== null;
	}

	/** Puts a cookie as it is into the jar, in place of the same one: an edit by hand. */
	replace(old: Cookie, cookie: Omit<Cookie, 'order'>): Cookie {
		this.remove(old);
		const placed = { ...cookie, order: old.order };
		this.remove(placed);
		this.#index.insert(placed);
		return placed;
	}

	/** Gives the cookie of a name another value; without one, makes a host-only session cookie with path "/". */
	put(name: string, value: string, url: string, now: EpochMicros): Cookie {
		const held = this.#index.all().find((cookie) => cookie.name === name);
		if (held) return this.replace(held, { ...held, value });
		this.#made += 1;
		const cookie: Cookie = {
			name,
			value,
			domain: new URL(url).hostname,
			hostOnly: true,
			path: '/',
			expires: null,
			secure: false,
			httpOnly: false,
			sameSite: null,
			priority: 'medium',
			created: now,
			lastAccess: now,
			order: this.#made
		};
		this.#index.insert(cookie);
		return cookie;
	}

	#store(
		header: string,
		line: number,
		context: CookieContext,
		serverDate: EpochMicros | null,
		now: EpochMicros
	): StoreDecision {
		this.#dropExpired(context, now);
		const site = { context, index: this.#index, serverDate, now, refuses: this.#refuses };
		const made = makeCookie(header, site);
		if ('reasons' in made) return { outcome: 'refused', line, header, ...made };
		const old = this.#index.find({ ...made.cookie, order: 0 });
		if (old) this.#index.remove(old);
		const { name, expires } = made.cookie;
		if (expires !== null && expires <= now) return { outcome: 'deleted', line, name, removed: old };
		const cookie = this.#place(made.cookie, old);
		return { outcome: 'stored', line, cookie, replaced: old, evicted: this.#evict(cookie, now) };
	}

	/** What has expired neither stands in the way of a new cookie nor hands its age on. */
	#dropExpired({ url, partition }: CookieContext, now: EpochMicros): void {
		for (const bucket of [this.#index.bucket(url.hostname), this.#index.bucket(url.hostname, partition)]) {
			if (bucket.some((cookie) => hasExpired(cookie, now))) {
				this.#removeAll(bucket.filter((cookie) => hasExpired(cookie, now)));
			}
		}
	}

	/** Not in the draft: only a cookie whose value stays the same keeps its age and its place. */
	#place(made: Omit<Cookie, 'order'>, old: Cookie | null): Cookie {
		this.#made += 1;
		const kept = old?.value === made.value ? old : null;
		const cookie = kept
			? { ...made, created: kept.created, lastAccess: kept.created, order: kept.order }
			: { ...made, order: this.#made };
		this.#index.insert(cookie);
		return cookie;
	}

	#evict(cookie: Cookie, now: EpochMicros): Cookie[] {
		const neighbours = this.#index.neighbours(cookie);
		const near = cookie.partition ? evictFromPartition(neighbours) : evictFromDomain(neighbours, now);
		this.#removeAll(near);
		return [...near, ...this.#removeAll(evictFromAll(this.#index.size, () => this.#index.all(), now))];
	}

	#retrieve(context: CookieContext, now: EpochMicros): Retrieved {
		const host = context.url.hostname;
		const cookies = inSendingOrder(this.#index.bucket(host), this.#index.bucket(host, context.partition));
		const decisions = retrieveCookies(cookies, { context, now, refuses: this.#refuses });
		for (const { outcome, cookie } of decisions) {
			if (outcome === 'sent' && now - cookie.lastAccess >= NOTED_AGAIN_MICROS) {
				this.#index.update(cookie, { ...cookie, lastAccess: instant(now) });
			}
		}
		return { header: cookieString(decisions), decisions };
	}

	readonly #refuses = ({ url, thirdParty }: CookieContext, partitioned: boolean): boolean => {
		const { blockAll, blockThirdParty, blockedSites } = this.preferences;
		if (blockAll || (blockThirdParty && thirdParty && !partitioned)) return true;
		if (blockedSites.length === 0) return false;
		return blockedSites.includes(registrableDomain(url.hostname) ?? url.hostname);
	};

	#removeAll(cookies: readonly Cookie[]): Cookie[] {
		for (const cookie of cookies) this.#index.remove(cookie);
		return [...cookies];
	}
}
