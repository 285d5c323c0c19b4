import { getDomain } from 'tldts';

/** The whole host is looked at, private suffixes such as "github.io" included, as browsers do. */
const LOOKUP = { allowPrivateDomains: true, extractHostname: false, validateHostname: false } as const;

/**
 * The registrable domain of a canonical host ("eTLD+1", by the Public Suffix List): "b.example.org" gives
 * "example.org". A trailing dot stays. `null` for an IP address, a single label and a public suffix itself.
 */
export function registrableDomain(host: string): string | null {
	if (!host.endsWith('.')) return getDomain(host, LOOKUP);
	const domain = getDomain(host.slice(0, -1), LOOKUP);
	return domain === null ? null : `${domain}.`;
}

/** Looking a host up in the list takes a microsecond, and the same hosts come again and again. */
const KEPT = 2000;
const known = new Map<string, string>();

/** What tells one site from another within a scheme: the registrable domain, or the host where there is none. */
export function siteHost(host: string): string {
	const kept = known.get(host);
	if (kept !== undefined) return kept;
	const site = registrableDomain(host) ?? host;
	if (known.size >= KEPT) known.clear();
	known.set(host, site);
	return site;
}

/** Whether a canonical host is an IP address: dotted IPv4, or IPv6 in brackets. */
export function isIpAddress(host: string): boolean {
	return host.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
}

/** Whether a canonical host is this machine: localhost and all names below it, 127/8 and ::1. */
export function isLocalhost(host: string): boolean {
	return /^(?:127(?:\.\d{1,3}){3}|(?:.*\.)?localhost\.?|\[::1\])$/.test(host);
}
