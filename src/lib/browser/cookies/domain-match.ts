/**
 * Section 5.1.3: whether a canonical host is a domain or lies below it. A host that is an IP address matches only
 * itself; as no domain attribute that is a part of one is ever stored, that needs no look here.
 */
export function domainMatch(host: string, domain: string): boolean {
	if (host.length <= domain.length) return host === domain;
	return host.endsWith(domain) && host.charCodeAt(host.length - domain.length - 1) === 0x2e;
}
