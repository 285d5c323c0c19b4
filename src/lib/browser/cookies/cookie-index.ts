import { registrableDomain } from '../../http/site.ts';
import type { Cookie } from './cookie.ts';
import type { PartitionKey } from './request-context.ts';

/** Cookies in sending order: longer paths first, then the order in which they were made (section 5.8.3, step 2). */
function comesBefore(one: Cookie, other: Cookie): number {
	return other.path.length - one.path.length || one.order - other.order;
}

/** Under which key a host's cookies lie: its registrable domain, or the host where there is none. */
export function domainKey(host: string): string {
	return registrableDomain(host) ?? host;
}

function partitionText(partition: PartitionKey | undefined): string {
	return partition ? ` ${partition.site} ${partition.crossSiteAncestor ? 'cross' : 'same'}` : '';
}

/** Whether two cookies are the same one: name, domain, host-only flag, path and partition (section 5.7, step 24). */
function sameCookie(one: Cookie, other: Cookie): boolean {
	return (
		one.name === other.name &&
		one.domain === other.domain &&
		one.hostOnly === other.hostOnly &&
		one.path === other.path
	);
}

/**
 * All cookies of a jar, kept by registrable domain and partition: a look at one site does not grow with the cookies
 * of others. Each bucket stands in sending order.
 */
export class CookieIndex {
	readonly #buckets = new Map<string, Cookie[]>();
	#size = 0;

	/** How many cookies there are. */
	get size(): number {
		return this.#size;
	}

	/** The cookies of a host's registrable domain in one partition; without one, the plain ones. */
	bucket(host: string, partition?: PartitionKey): readonly Cookie[] {
		return this.#buckets.get(domainKey(host) + partitionText(partition)) ?? [];
	}

	/** The cookies that lie where this one does. */
	neighbours(cookie: Cookie): readonly Cookie[] {
		return this.bucket(cookie.domain, cookie.partition);
	}

	find(cookie: Cookie): Cookie | null {
		return this.neighbours(cookie).find((held) => sameCookie(held, cookie)) ?? null;
	}

	/** Puts a cookie in its place; one that is the same must have been removed. */
	insert(cookie: Cookie): void {
		const key = domainKey(cookie.domain) + partitionText(cookie.partition);
		const bucket = this.#buckets.get(key) ?? [];
		let at = bucket.length;
		while (at > 0 && comesBefore(cookie, bucket[at - 1] ?? cookie) < 0) at -= 1;
		bucket.splice(at, 0, cookie);
		this.#buckets.set(key, bucket);
		this.#size += 1;
	}

	remove(cookie: Cookie): void {
		const key = domainKey(cookie.domain) + partitionText(cookie.partition);
		const bucket = this.#buckets.get(key);
		const at = bucket?.indexOf(cookie) ?? -1;
		if (!bucket || at < 0) return;
		bucket.splice(at, 1);
		if (bucket.length === 0) this.#buckets.delete(key);
		this.#size -= 1;
	}

	/** Puts a changed cookie where the old one stood: name, path and order are the same. */
	update(old: Cookie, changed: Cookie): void {
		const bucket = this.#buckets.get(domainKey(old.domain) + partitionText(old.partition));
		const at = bucket?.indexOf(old) ?? -1;
		if (bucket && at >= 0) bucket[at] = changed;
	}

	/** All cookies in sending order. */
	all(): Cookie[] {
		return [...this.#buckets.values()].flat().sort(comesBefore);
	}
}

/** The plain and the partitioned cookies of one site, in sending order. */
export function inSendingOrder(plain: readonly Cookie[], partitioned: readonly Cookie[]): readonly Cookie[] {
	return partitioned.length === 0 ? plain : [...plain, ...partitioned].sort(comesBefore);
}
