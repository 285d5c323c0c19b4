import { parseAddress, type Address } from '../../http/address.ts';
import { domainMatch } from './domain-match.ts';
import type { CookiePreferences } from './preferences.ts';

/** Whom the preferences forbid: all cookies of a request, those without a partition, or none. */
export type Blocked = 'all' | 'unpartitioned' | 'none';

/** Section 5.3: what the preferences forbid a request to `address`. */
export function blockedBy(
	{ blockAll, blockThirdParty, blockedSites }: CookiePreferences,
	address: Address,
	siteForCookies: string | null
): Blocked {
	if (blockAll || blockedSites.some((site) => domainMatch(address.host, hostOf(site)))) return 'all';
	return blockThirdParty && siteForCookies !== address.site ? 'unpartitioned' : 'none';
}

function hostOf(site: string): string {
	return site.includes('://') ? parseAddress(site).host : site;
}
