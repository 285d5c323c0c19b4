import { schemefulSite, type Address } from '../../http/address.ts';
import type { Cookie } from './cookie.ts';
import type { SendRefusal, StoreRefusal } from './decisions.ts';
import type { RequestContext } from './request-context.ts';

/**
 * How a request stands to the site that it goes to (section 5.2), from far to near. A larger number may have all
 * that a smaller may have.
 */
export const SAME_SITE_CONTEXT = { crossSite: 0, laxUnsafeMethod: 1, lax: 2, strict: 3 } as const;
export type SameSiteContext = (typeof SAME_SITE_CONTEXT)[keyof typeof SAME_SITE_CONTEXT];

/** The names that refusals for SameSite have, in storing and in sending. */
export const SAME_SITE_REFUSALS = {
	strict: 'SchemefulSameSiteStrict',
	lax: 'SchemefulSameSiteLax',
	unspecified: 'SchemefulSameSiteUnspecifiedTreatedAsLax'
} as const satisfies Record<string, SendRefusal & StoreRefusal>;
export type SameSiteRefusal = (typeof SAME_SITE_REFUSALS)[keyof typeof SAME_SITE_REFUSALS];

/** Methods without side effects (RFC 9110, section 9.2.1). */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** Whether a request changes what the tab shows. */
export function isTopLevel({ kind }: RequestContext): boolean {
	return kind === 'navigate' || kind === 'form-post';
}

/**
 * The site that a document and all its ancestors share ("site for cookies"); `null` when they share none.
 * For a top-level navigation it is the site that is gone to.
 */
export function siteForCookies(context: RequestContext, address: Address): string | null {
	if (isTopLevel(context)) return address.site;
	const { topLevel, initiator } = context;
	if (context.kind === 'frame') return topLevel === undefined ? null : schemefulSite(topLevel);
	const site = initiator === undefined ? address.site : schemefulSite(initiator);
	return topLevel === undefined || schemefulSite(topLevel) === site ? site : null;
}

/**
 * Section 5.2: how near a request is to the site it goes to. Not in the draft: redirects on the way do not count.
 */
export function sendingContext(context: RequestContext, address: Address): SameSiteContext {
	const { kind, initiator, topLevel } = context;
	const from = initiator ?? (kind === 'frame' ? topLevel : undefined);
	const sameInitiator = from === undefined || schemefulSite(from) === address.site;
	if (isTopLevel(context)) {
		if (sameInitiator) return SAME_SITE_CONTEXT.strict;
		const method = context.method ?? (kind === 'form-post' ? 'POST' : 'GET');
		return SAFE_METHODS.has(method) ? SAME_SITE_CONTEXT.lax : SAME_SITE_CONTEXT.laxUnsafeMethod;
	}
	return sameInitiator && siteForCookies(context, address) === address.site
		? SAME_SITE_CONTEXT.strict
		: SAME_SITE_CONTEXT.crossSite;
}

/** Section 5.7, step 18: to set a cookie, any top-level navigation is near enough. */
export function storingContext(context: RequestContext, address: Address): SameSiteContext {
	if (isTopLevel(context)) return SAME_SITE_CONTEXT.strict;
	return sendingContext(context, address);
}

/** A script's context: its document is top-level, or has a top-level document of the same site, or has not. */
export function scriptContext(address: Address, topLevel: string | undefined): SameSiteContext {
	return topLevel === undefined || schemefulSite(topLevel) === address.site
		? SAME_SITE_CONTEXT.strict
		: SAME_SITE_CONTEXT.crossSite;
}

/** The name of the refusal for a cookie of this SameSite. */
export function sameSiteRefusal(sameSite: Exclude<Cookie['sameSite'], 'none'>): SameSiteRefusal {
	return SAME_SITE_REFUSALS[sameSite ?? 'unspecified'];
}
