import type { Address } from '../../http/address.ts';
import { isIpAddress, registrableDomain, siteHost } from '../../http/site.ts';
import { canonicalHost } from './canonical-host.ts';
import type { RefusalReason, StoreRefusal } from './decisions.ts';
import { domainMatch } from './domain-match.ts';
import { STORE_STEP } from './draft.ts';

export interface CookieDomain {
	readonly domain: string;
	readonly hostOnly: boolean;
}

/**
 * Section 5.7, steps 7 to 10: the domain that a Set-Cookie from `address` gives its cookie.
 * Not in the draft: a host that is an IP address, a single label or a public suffix may name itself, with or without
 * a dot, and keeps the cookie to itself.
 */
export function cookieDomain(
	{ host }: Pick<Address, 'host'>,
	attribute: string | undefined
): CookieDomain | RefusalReason<StoreRefusal> {
	if (host.endsWith('..')) return refused(STORE_STEP.domain);
	if (!attribute) return { domain: host, hostOnly: true };
	const named = attribute.startsWith('.') ? attribute.slice(1) : attribute;
	const registrable = siteHost(host);
	if (registrable === host && registrableDomain(host) === null) {
		if (named.toLowerCase() === host) return { domain: host, hostOnly: true };
		return refused(isIpAddress(host) ? STORE_STEP.domain : STORE_STEP.publicSuffix);
	}
	const domain = canonicalHost(named);
	if (domain === null) return refused(STORE_STEP.domain);
	if (!domainMatch(host, domain)) return refused(STORE_STEP.domain);
	if (!domainMatch(domain, registrable)) return refused(STORE_STEP.publicSuffix);
	return { domain, hostOnly: false };
}

function refused(step: string): RefusalReason<StoreRefusal> {
	return { reason: 'InvalidDomain', step };
}
