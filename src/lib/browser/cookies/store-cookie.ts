import type { Address } from '../../http/address.ts';
import type { EpochMicros } from '../../time/instant.ts';
import type { Cookie } from './cookie.ts';
import { cookieDomain } from './cookie-domain.ts';
import { cookiePath } from './cookie-path.ts';
import type { CookieIndex } from './cookie-index.ts';
import type { RefusalReason, StoreDecision, StoreRefusal } from './decisions.ts';
import { STORE_STEP } from './draft.ts';
import { leavesSecureAlone } from './leave-secure-alone.ts';
import { expiryTime } from './lifetime.ts';
import { parseSetCookie, type ParsedSetCookie } from './parse-set-cookie.ts';
import { partitionKey, type Partition } from './partition.ts';
import type { Blocked } from './blocked-by.ts';
import { prefixRefusal } from './prefixes.ts';
import { SAME_SITE_CONTEXT, sameSiteRefusal, type SameSiteContext } from './same-site.ts';

/** Who sets a cookie: a response, or a script through `document.cookie`. */
export interface Setter {
	readonly address: Address;
	readonly now: EpochMicros;
	/** Our clock minus the server's, in microseconds. */
	readonly skew: number;
	readonly sameSite: SameSiteContext;
	readonly partition: Partition | null;
	readonly blocked: Blocked;
	readonly fromScript: boolean;
}

/** What storing needs of the jar. */
export interface Store {
	readonly index: CookieIndex;
	/** The next number that orders cookies. */
	nextOrder(): number;
	/** Removes expired and excess cookies around one that was just stored. @returns the excess ones */
	makeRoom(around: Cookie, now: EpochMicros): readonly Cookie[];
}

type Refusal = RefusalReason<StoreRefusal>;

/**
 * Section 5.7: stores the cookie of a Set-Cookie line, deletes one, or refuses.
 * @param line its index among the lines of the response
 */
export function storeCookie(store: Store, header: string, line: number, setter: Setter): StoreDecision {
	const result = parseSetCookie(header);
	if (!('parsed' in result)) {
		return refused(header, line, result.name, [result.refusal]);
	}
	const { parsed } = result;
	const fresh = createCookie(store, parsed, setter);
	if (!('value' in fresh)) return refused(header, line, parsed.name, fresh);
	const old = unexpired(store, store.index.find(fresh), setter.now);
	const reasons = contextRefusals(store, fresh, old, setter);
	if (reasons) return refused(header, line, parsed.name, reasons);
	if (fresh.expires !== null && fresh.expires <= setter.now) {
		if (old) store.index.remove(old);
		return { outcome: 'deleted', line, name: fresh.name, removed: old };
	}
	const cookie = replaceCookie(store, fresh, old);
	return { outcome: 'stored', line, cookie, replaced: old, evicted: store.makeRoom(cookie, setter.now) };
}

function refused(header: string, line: number, name: string, reasons: readonly Refusal[]): StoreDecision {
	return { outcome: 'refused', line, header, name, reasons };
}

/** A cookie that has expired is gone: it neither stands in the way of a new one nor hands its age on. */
function unexpired({ index }: Store, cookie: Cookie | null, now: EpochMicros): Cookie | null {
	if (cookie?.expires == null || cookie.expires > now) return cookie;
	index.remove(cookie);
	return null;
}

/** Steps 1 to 12 and 20 to 22: what the line alone decides. */
function createCookie(store: Store, parsed: ParsedSetCookie, setter: Setter): Cookie | readonly Refusal[] {
	const { address, now, fromScript, partition, blocked } = setter;
	const { name, value, attributes } = parsed;
	const { secure, httpOnly, sameSite, priority, partitioned } = attributes;
	const domain = cookieDomain(address, attributes.domain);
	const prefix = prefixRefusal(parsed, address, fromScript);
	const unsafePartition = partitioned && !(secure && address.secure);
	if ('reason' in domain || prefix || unsafePartition) {
		const reasons: Refusal[] = 'reason' in domain ? [domain] : [];
		if (prefix) reasons.push(prefix);
		if (unsafePartition) reasons.push({ reason: 'PartitionedWithoutSecure', step: null });
		return reasons;
	}
	if (name === '' && value.includes('=')) return [{ reason: 'NamelessWithEquals', step: null }];
	if (blocked === 'all' || (blocked === 'unpartitioned' && !(partitioned && partition))) {
		return [{ reason: 'UserPreferences', step: STORE_STEP.ignored }];
	}
	const cookie: Cookie = {
		name,
		value,
		domain: domain.domain,
		hostOnly: domain.hostOnly,
		path: cookiePath(attributes.path, address.path),
		expires: expiryTime(attributes, now, setter.skew),
		secure,
		httpOnly,
		sameSite,
		priority,
		created: now,
		lastAccess: now,
		order: store.nextOrder()
	};
	return partitioned && partition ? { ...cookie, partition } : cookie;
}

/** Steps 13 to 19 and 23: what the way it came and the cookies at hand decide. All that applies is told. */
function contextRefusals(
	store: Store,
	fresh: Cookie,
	old: Cookie | null,
	{ address, fromScript, sameSite, now }: Setter
): readonly Refusal[] | null {
	const insecure = !address.secure;
	const none = fresh.sameSite === 'none';
	if (!insecure && !fromScript && (none ? fresh.secure : sameSite >= SAME_SITE_CONTEXT.lax)) return null;
	const reasons: Refusal[] = [];
	if (insecure && fresh.secure) reasons.push({ reason: 'SecureOnly', step: STORE_STEP.secureConnection });
	if (insecure && secureStandsInTheWay(store, fresh, address, now)) {
		reasons.push({ reason: 'OverwriteSecure', step: STORE_STEP.leaveSecureAlone });
	}
	if (fromScript && fresh.httpOnly) {
		reasons.push({ reason: 'HttpOnlyFromScript', step: STORE_STEP.httpOnlyFromScript });
	}
	if (none && !fresh.secure) reasons.push({ reason: 'SameSiteNoneInsecure', step: STORE_STEP.sameSiteNone });
	if (fresh.sameSite !== 'none' && sameSite < SAME_SITE_CONTEXT.lax) {
		reasons.push({ reason: sameSiteRefusal(fresh.sameSite), step: STORE_STEP.sameSite });
	}
	if (fromScript && old?.httpOnly) {
		reasons.push({ reason: 'OverwriteHttpOnly', step: STORE_STEP.overwriteHttpOnly });
	}
	return reasons.length > 0 ? reasons : null;
}

function secureStandsInTheWay(
	{ index }: Store,
	fresh: Cookie,
	{ siteHost }: Address,
	now: EpochMicros
): boolean {
	return index
		.shelf(siteHost, partitionKey(fresh.partition))
		.some(
			({ cookie }) => leavesSecureAlone(fresh, cookie) && (cookie.expires === null || cookie.expires > now)
		);
}

/**
 * Steps 23 and 24. Not in the draft: the time of creation is kept only when the value is the same, so that a cookie
 * with a new value moves behind its neighbours.
 */
function replaceCookie({ index }: Store, fresh: Cookie, old: Cookie | null): Cookie {
	if (!old) {
		index.insert(fresh);
		return fresh;
	}
	if (old.value !== fresh.value) {
		index.remove(old);
		index.insert(fresh);
		return fresh;
	}
	const cookie = { ...fresh, created: old.created, order: old.order };
	index.swap(old, cookie);
	return cookie;
}
