import { isIpAddress, registrableDomain } from '../../http/site.ts';

/** Whether a host is a domain or lies under it (section 5.1.3). Both canonical. */
export function domainMatch(host: string, domain: string): boolean {
	return host === domain || (host.endsWith(`.${domain}`) && !isIpAddress(host));
}

/** Where a cookie belongs. */
export interface CookieDomain {
	readonly domain: string;
	readonly hostOnly: boolean;
}

/**
 * The domain that a Domain attribute gives a cookie of `host` (section 5.7, steps 9 to 11); `null`: refused. A host
 * that is itself a public suffix, an address or a single label may name itself and gets a host-only cookie.
 */
export function cookieDomain(host: string, attribute: string | undefined): CookieDomain | null {
	if (attribute === undefined || attribute === '') return { domain: host, hostOnly: true };
	const domain = canonicalHost(attribute.startsWith('.') ? attribute.slice(1) : attribute);
	if (domain === null || domain === '' || domain.startsWith('.') || domain.endsWith('.')) return null;
	const registrable = registrableDomain(host);
	if (registrable === null) return domain === host ? { domain: host, hostOnly: true } : null;
	if (!domainMatch(host, domain) || registrableDomain(domain) !== registrable) return null;
	return { domain, hostOnly: false };
}

/** A host as URLs write it: lower case, punycode; `null` when it is none. */
function canonicalHost(text: string): string | null {
	if (/^[a-z0-9.-]+$/.test(text) && !/\d$/.test(text)) return text;
	if (/[\s/?#@:\\]/.test(text) && !text.startsWith('[')) return null;
	try {
		return new URL(`http://${text}/`).hostname;
	} catch {
		return null;
	}
}
