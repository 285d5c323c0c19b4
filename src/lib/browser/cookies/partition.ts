import { schemefulSite, type Address } from '../../http/address.ts';
import type { Cookie } from './cookie.ts';
import type { RequestContext } from './request-context.ts';
import { isTopLevel, siteForCookies } from './same-site.ts';

/** Not in the draft (CHIPS): where a `Partitioned` cookie lives. */
export type Partition = NonNullable<Cookie['partition']>;

/** The partition of a request's cookies; `null` when the top-level document has no site. */
export function requestPartition(context: RequestContext, address: Address): Partition | null {
	if (isTopLevel(context)) return { site: address.site, crossSiteAncestor: false };
	const top = context.topLevel ?? context.initiator;
	const site = top === undefined ? address.site : schemefulSite(top);
	if (site === null) return null;
	return { site, crossSiteAncestor: siteForCookies(context, address) !== address.site };
}

/** The partition of a document's cookies; `topLevel` is the address of the page that it is an iframe of. */
export function documentPartition(address: Address, topLevel: string | undefined): Partition | null {
	if (topLevel === undefined) return { site: address.site, crossSiteAncestor: false };
	const site = schemefulSite(topLevel);
	return site === null ? null : { site, crossSiteAncestor: site !== address.site };
}

/** A text that is the same for the same partition only; "" for cookies without one. */
export function partitionKey(partition: Partition | undefined): string {
	return partition ? `${partition.crossSiteAncestor ? 'x' : 's'}${partition.site}` : '';
}
