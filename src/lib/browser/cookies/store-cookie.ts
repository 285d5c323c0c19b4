import { isTrustworthy } from '../../http/site.ts';
import type { EpochMicros } from '../../time/instant.ts';
import type { Cookie, Priority, SameSite } from './cookie.ts';
import type { CookieIndex } from './cookie-index.ts';
import type { RefusalReason, StoreRefusal } from './decisions.ts';
import { cookieDomain, domainMatch } from './domain.ts';
import { expiryOf } from './lifetime.ts';
import { parseSetCookie, type ParsedSetCookie } from './parse-set-cookie.ts';
import { cookiePath, pathMatch } from './path.ts';
import { keepsPrefix } from './prefixes.ts';
import type { CookieContext } from './request-context.ts';
import { sameSiteStoreRefusal } from './same-site.ts';

/** What the user has set about cookies. */
export interface Preferences {
	readonly blockAll: boolean;
	readonly blockThirdParty: boolean;
	/** Registrable domains whose cookies are neither stored nor sent. */
	readonly blockedSites: readonly string[];
}

/** What storing works with, beside the line. */
export interface StoreSite {
	readonly context: CookieContext;
	readonly index: CookieIndex;
	/** The response's Date, where it has one. */
	readonly serverDate: EpochMicros | null;
	readonly now: EpochMicros;
	/** Whether the user's settings refuse this cookie. */
	refuses(context: CookieContext, partitioned: boolean): boolean;
}

/** A cookie as a line makes it, before it lies in a jar, or why it makes none. */
export type MadeCookie =
	| { readonly cookie: Omit<Cookie, 'order'> }
	| { readonly name: string; readonly reasons: readonly RefusalReason<StoreRefusal>[] };

/**
 * Makes a cookie of a Set-Cookie line and checks whether it may be stored (section 5.7, "Storage Model"). The checks
 * stand in Chromium's order: parsing, domain, prefix and preferences come alone, the rest are told together.
 */
export function makeCookie(line: string, site: StoreSite): MadeCookie {
	const parsed = parseSetCookie(line);
	if ('reason' in parsed) {
		const { name, reason, step } = parsed;
		return { name, reasons: [{ reason, step }] };
	}
	const alone = (reason: StoreRefusal, step: string | null): MadeCookie => ({
		name: parsed.name,
		reasons: [{ reason, step }]
	});
	const { context, now } = site;
	const { attributes } = parsed;
	const domain = cookieDomain(context.url.hostname, attributes.get('domain'));
	if (!domain) return alone('InvalidDomain', '5.7.10');
	const cookie = { ...fields(parsed, site), ...domain, created: now, lastAccess: now };
	if (!keepsPrefix(prefixed(parsed, context))) return alone('InvalidPrefix', '5.7.20');
	// Not in the draft: it would come back as a cookie with a name.
	if (parsed.name === '' && parsed.value.includes('=')) return alone('NamelessWithEquals', null);
	const partitioned = attributes.has('partitioned');
	if (partitioned && !cookie.secure) return alone('PartitionedWithoutSecure', null);
	if (site.refuses(context, partitioned)) return alone('UserPreferences', '5.7.1');
	const placed = partitioned ? { ...cookie, partition: context.partition } : cookie;
	const reasons = refusals(placed, site);
	return reasons.length > 0 ? { name: parsed.name, reasons } : { cookie: placed };
}

type Fields = Omit<Cookie, 'order' | 'domain' | 'hostOnly' | 'created' | 'lastAccess'>;

function fields({ name, value, attributes }: ParsedSetCookie, site: StoreSite): Fields {
	return {
		name,
		value,
		path: cookiePath(site.context.url.pathname, attributes.get('path')),
		expires: expiryOf(attributes, site.serverDate, site.now),
		secure: attributes.has('secure'),
		httpOnly: attributes.has('httponly'),
		sameSite: sameSiteOf(attributes.get('samesite')),
		priority: priorityOf(attributes.get('priority'))
	};
}

function prefixed({ name, value, attributes }: ParsedSetCookie, context: CookieContext) {
	return {
		name,
		value,
		secure: attributes.has('secure'),
		httpOnly: attributes.has('httponly'),
		domainAttribute: attributes.get('domain'),
		pathAttribute: attributes.get('path'),
		fromSecure: isTrustworthy(context.url),
		fromScript: context.script
	};
}

/** All reasons that keep a well-formed cookie out. */
function refusals(cookie: Omit<Cookie, 'order'>, site: StoreSite): RefusalReason<StoreRefusal>[] {
	const { context } = site;
	const secure = isTrustworthy(context.url);
	const reasons: RefusalReason<StoreRefusal>[] = [];
	const add = (reason: StoreRefusal, step: string | null) => reasons.push({ reason, step });
	if (cookie.secure && !secure) add('SecureOnly', '5.7.8');
	if (cookie.httpOnly && context.script) add('HttpOnlyFromScript', '5.7.13');
	if (cookie.sameSite === 'none' && !cookie.secure) add('SameSiteNoneInsecure', '5.7.17');
	const sameSite = sameSiteStoreRefusal(cookie.sameSite, context.sameSiteForSet);
	if (sameSite) add(sameSite, '5.7.16');
	if (!secure && overwritesSecure(cookie, site)) add('OverwriteSecure', '5.7.14');
	if (context.script && site.index.find({ ...cookie, order: 0 })?.httpOnly)
		add('OverwriteHttpOnly', '5.7.24');
	return reasons;
}

/**
 * Leave-secure-alone: an insecure connection may not set a name that a Secure cookie of an overlapping domain holds
 * at or above the new path. Host-only flags do not matter; partitioned cookies are out of its reach.
 */
function overwritesSecure(cookie: Omit<Cookie, 'order'>, { index }: StoreSite): boolean {
	return index
		.bucket(cookie.domain)
		.some(
			(held) =>
				held.secure &&
				held.name === cookie.name &&
				(domainMatch(cookie.domain, held.domain) || domainMatch(held.domain, cookie.domain)) &&
				pathMatch(cookie.path, held.path)
		);
}

function sameSiteOf(value: string | undefined): SameSite {
	const lower = value?.toLowerCase();
	return lower === 'strict' || lower === 'lax' || lower === 'none' ? lower : null;
}

function priorityOf(value: string | undefined): Priority {
	const lower = value?.toLowerCase();
	return lower === 'low' || lower === 'high' ? lower : 'medium';
}
