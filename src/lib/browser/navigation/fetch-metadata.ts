import { parseAddress, schemefulSite } from '../../http/address.ts';
import type { Header } from '../../http/message.ts';

/** What a request is for. */
export interface FetchPurpose {
	readonly mode: 'navigate' | 'cors' | 'no-cors';
	readonly destination: 'document' | 'iframe' | 'image' | 'empty';
	/** A person asked for it: an address was typed, a link clicked, a form sent. */
	readonly byUser: boolean;
}

/**
 * The Sec-Fetch headers (W3C Fetch Metadata). Only requests to secure addresses, this machine among them, have them.
 * @param initiator the document that caused the request; `null` when the address was typed
 * @param via addresses that redirected to `to`, first to last: the site is the farthest of all
 */
export function fetchMetadata(
	initiator: string | null,
	to: string,
	via: readonly string[],
	{ mode, destination, byUser }: FetchPurpose
): Header[] {
	if (!parseAddress(to).secure) return [];
	return [
		['Sec-Fetch-Site', relation(initiator, [...via, to])],
		['Sec-Fetch-Mode', mode],
		...(mode === 'navigate' && byUser ? [['Sec-Fetch-User', '?1'] as const] : []),
		['Sec-Fetch-Dest', destination]
	];
}

function relation(initiator: string | null, hops: readonly string[]): string {
	if (initiator === null) return 'none';
	const { origin } = new URL(initiator);
	const site = schemefulSite(initiator);
	if (hops.every((hop) => new URL(hop).origin === origin)) return 'same-origin';
	return hops.every((hop) => schemefulSite(hop) === site) ? 'same-site' : 'cross-site';
}
