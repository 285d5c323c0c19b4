import { parseAddress, type Address } from '../../http/address.ts';
import { domainMatch } from './domain-match.ts';

/** What the user lets cookies do. */
export interface CookiePreferences {
	readonly blockAll: boolean;
	/** Third parties may not use cookies, except partitioned ones. */
	readonly blockThirdParty: boolean;
	/** Hosts whose cookies are blocked, with all below them: "ads.example". */
	readonly blockedSites: readonly string[];
}

export const ALLOW_ALL: CookiePreferences = { blockAll: false, blockThirdParty: false, blockedSites: [] };

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
