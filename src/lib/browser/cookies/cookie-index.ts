import { siteHost } from '../../http/site.ts';
import { compareCookies } from './compare-cookies.ts';
import type { Cookie } from './cookie.ts';
import type { SendDecision } from './decisions.ts';
import { partitionKey } from './partition.ts';
import { serializeCookie } from './serialize-cookie.ts';

/** A cookie with what each request needs of it, made once. */
export interface Entry {
	readonly cookie: Cookie;
	readonly serialized: string;
	readonly sent: SendDecision;
}

/** The cookies of one site and partition in the order in which they are sent. */
export type Shelf = readonly Entry[];

const EMPTY: Shelf = [];

/** The cookies of a jar by partition and site: no look at one site meets another site's cookies. */
export class CookieIndex {
	readonly #partitions = new Map<string, Map<string, Entry[]>>([['', new Map()]]);
	/** How many cookies are in no partition. */
	#plain = 0;

	get plainCount(): number {
		return this.#plain;
	}

	get hasPartitions(): boolean {
		return this.#partitions.size > 1;
	}

	/** The cookies of a site in a partition (""; none). */
	shelf(site: string, partition: string): Shelf {
		return this.#partitions.get(partition)?.get(site) ?? EMPTY;
	}

	/** All cookies that are in no partition. */
	plain(): Shelf {
		return [...(this.#partitions.get('')?.values() ?? [])].flat();
	}

	/** The cookie that a new one of this name, domain, host-only flag, path and partition replaces. */
	find(wanted: CookieIdentity): Cookie | null {
		const { name, domain, hostOnly, path } = wanted;
		for (const { cookie } of this.shelf(siteHost(domain), partitionKey(wanted.partition))) {
			if (
				cookie.name === name &&
				cookie.path === path &&
				cookie.hostOnly === hostOnly &&
				cookie.domain === domain
			) {
				return cookie;
			}
		}
		return null;
	}

	/** Puts a cookie in its place. There must be none that it replaces. */
	insert(cookie: Cookie): void {
		const partition = partitionKey(cookie.partition);
		const site = siteHost(cookie.domain);
		const sites = this.#partitions.get(partition) ?? new Map<string, Entry[]>();
		const shelf = sites.get(site) ?? [];
		if (shelf.length === 0) {
			this.#partitions.set(partition, sites);
			sites.set(site, shelf);
		}
		let place = shelf.length;
		while (place > 0 && compareCookies((shelf[place - 1] as Entry).cookie, cookie) > 0) place -= 1;
		shelf.splice(place, 0, entryOf(cookie));
		if (partition === '') this.#plain += 1;
	}

	/** Puts a cookie in the place of one that is sorted as it is. */
	swap(old: Cookie, next: Cookie): void {
		const shelf = this.#partitions.get(partitionKey(old.partition))?.get(siteHost(old.domain));
		const place = shelf ? placeOf(shelf, old) : -1;
		if (shelf && place >= 0) shelf[place] = entryOf(next);
	}

	/** Takes a cookie out. @returns whether it was there */
	remove(cookie: Cookie): boolean {
		const partition = partitionKey(cookie.partition);
		const sites = this.#partitions.get(partition);
		const site = siteHost(cookie.domain);
		const shelf = sites?.get(site);
		const place = shelf ? placeOf(shelf, cookie) : -1;
		if (!sites || !shelf || place < 0) return false;
		shelf.splice(place, 1);
		if (partition === '') this.#plain -= 1;
		if (shelf.length === 0) sites.delete(site);
		if (sites.size === 0 && partition !== '') this.#partitions.delete(partition);
		return true;
	}

	/** All cookies, in the order in which they would be sent. */
	all(): Cookie[] {
		const shelves = [...this.#partitions.values()].flatMap((sites) => [...sites.values()]);
		return shelves.flatMap((shelf) => shelf.map(({ cookie }) => cookie)).sort(compareCookies);
	}
}

/** What makes two cookies the same one. */
export type CookieIdentity = Pick<Cookie, 'name' | 'domain' | 'hostOnly' | 'path' | 'partition'>;

function placeOf(shelf: Shelf, cookie: Cookie): number {
	for (let place = 0; place < shelf.length; place += 1) {
		if (shelf[place]?.cookie === cookie) return place;
	}
	return -1;
}

function entryOf(cookie: Cookie): Entry {
	return { cookie, serialized: serializeCookie(cookie), sent: { outcome: 'sent', cookie } };
}
