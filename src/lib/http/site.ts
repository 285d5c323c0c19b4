import { getDomain } from 'tldts';

const PRIVATE = { allowPrivateDomains: true } as const;
const registrable = new Map<string, string | null>();
/** Hosts that are remembered; a world rarely sees more than a handful. */
const REMEMBERED = 2_000;

/**
 * The registrable domain of a canonical host: the public suffix and one label ("example.org" of "a.example.org").
 * `null` for an IP address, a single label, or a host that is itself a public suffix.
 */
export function registrableDomain(host: string): string | null {
	let domain = registrable.get(host);
	if (domain === undefined) {
		domain = isIpAddress(host) ? null : getDomain(host, PRIVATE);
		if (registrable.size >= REMEMBERED) registrable.clear();
		registrable.set(host, domain);
	}
	return domain;
}

/** Whether a host, as a URL writes it, is an IPv4 or a bracketed IPv6 address. */
export function isIpAddress(host: string): boolean {
	return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || host.startsWith('[');
}

/** The schemeful site of an address: scheme and registrable domain, or the host where there is none. Ports do not count. */
export function siteOf(url: URL): string {
	return `${url.protocol}//${registrableDomain(url.hostname) ?? url.hostname}`;
}

/** Whether cookies count a URL as secure: https, and hosts that never leave the machine. */
export function isTrustworthy({ protocol, hostname }: URL): boolean {
	if (protocol === 'https:' || protocol === 'wss:') return true;
	const local = /^(?:.*\.)?localhost\.?$/.test(hostname);
	return local || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
