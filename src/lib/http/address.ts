import { isLocalhost, siteHost } from './site.ts';

/** An http or https address, taken apart as far as cookies care. */
export interface Address {
	readonly scheme: 'http' | 'https';
	/** Canonical: lower case, punycode, IPv6 in brackets; without the port. */
	readonly host: string;
	/** As on the wire: percent-encoded, without query and fragment. */
	readonly path: string;
	/** The registrable domain, or the host where there is none. */
	readonly siteHost: string;
	/** The schemeful site, such as "https://example.org". */
	readonly site: string;
	/** Whether cookies count it as secure: https, or this machine itself. */
	readonly secure: boolean;
}

/** Addresses come again and again; taking one apart costs more than all else that a jar does with it. */
const KEPT = 500;
const known = new Map<string, Address>();

/**
 * Takes an absolute address apart.
 * @throws RangeError when it is not an http or https address.
 */
export function parseAddress(url: string): Address {
	const kept = known.get(url);
	if (kept) return kept;
	const address = takeApart(url);
	if (!address) throw new RangeError(`Not an http or https address: ${JSON.stringify(url)}`);
	if (known.size >= KEPT) known.clear();
	known.set(url, address);
	return address;
}

/** The schemeful site of an address; `null` for one that has none, such as "data:" or "about:blank". */
export function schemefulSite(url: string): string | null {
	return known.get(url)?.site ?? takeApart(url)?.site ?? null;
}

function takeApart(url: string): Address | null {
	if (!URL.canParse(url)) return null;
	const { protocol, hostname: host, pathname: path } = new URL(url);
	if (protocol !== 'http:' && protocol !== 'https:') return null;
	const scheme = protocol === 'https:' ? 'https' : 'http';
	const site = siteHost(host);
	return {
		scheme,
		host,
		path,
		siteHost: site,
		site: `${scheme}://${site}`,
		secure: scheme === 'https' || isLocalhost(host)
	};
}
