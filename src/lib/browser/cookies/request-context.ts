import { siteOf } from '../../http/site.ts';

/** How a request came about, as far as cookies care. Addresses are absolute. */
export interface RequestContext {
	readonly url: string;
	/** A top-level GET or POST navigation, the navigation of a frame, or anything a page fetches. */
	readonly kind: 'navigate' | 'form-post' | 'frame' | 'subresource';
	/** For subresources; default GET. */
	readonly method?: string;
	/** The document that caused it; left out for an address that was typed. */
	readonly initiator?: string;
	/** The top-level document. For a subresource, left out: the initiator is it; given: the initiator is a frame in it. */
	readonly topLevel?: string;
	/** Addresses that redirected here, first to last. They do not matter to Chromium. */
	readonly via?: readonly string[];
	/** The response's Date header. */
	readonly date?: string;
}

/** A document that runs a script; `topLevel` where it is a frame. */
export interface DocumentContext {
	readonly url: string;
	readonly topLevel?: string;
}

/** How far a request is from the cookie's site: section 5.2, with Chromium's grace for cross-site POST. */
export type SameSiteContext = 'cross-site' | 'lax-unsafe' | 'lax' | 'strict';

/** The partition that a request's partitioned cookies lie in. */
export interface PartitionKey {
	readonly site: string;
	readonly crossSiteAncestor: boolean;
}

/** What the algorithms need to know of a request or a document, worked out once. */
export interface CookieContext {
	readonly url: URL;
	readonly sameSite: SameSiteContext;
	/** For what a response sets: any top-level navigation counts as lax at least. */
	readonly sameSiteForSet: SameSiteContext;
	readonly partition: PartitionKey;
	/** In a page of another site, as the user's setting for third-party cookies has it. */
	readonly thirdParty: boolean;
	readonly script: boolean;
}

/** Works out a request's context. */
export function contextOfRequest(request: RequestContext): CookieContext {
	const url = new URL(request.url);
	const site = siteOf(url);
	if (request.kind === 'navigate' || request.kind === 'form-post') {
		const sameSite = navigationContext(request, site);
		const sameSiteForSet = sameSite === 'strict' ? 'strict' : 'lax';
		const partition = { site, crossSiteAncestor: false };
		return { url, sameSite, sameSiteForSet, partition, thirdParty: false, script: false };
	}
	const top = siteOfText(request.topLevel ?? request.initiator ?? request.url);
	const initiator = siteOfText(request.initiator ?? request.topLevel ?? request.url);
	const framed = request.kind === 'subresource' && initiator !== top;
	return embedded(url, site, top, framed, false);
}

/** Works out a document's context, for its scripts. */
export function contextOfDocument({ url: text, topLevel }: DocumentContext): CookieContext {
	const url = new URL(text);
	const site = siteOf(url);
	return embedded(url, site, topLevel === undefined ? site : siteOfText(topLevel), false, true);
}

function navigationContext({ kind, initiator }: RequestContext, site: string): SameSiteContext {
	if (initiator === undefined || siteOfText(initiator) === site) return 'strict';
	return kind === 'form-post' ? 'lax-unsafe' : 'lax';
}

function embedded(url: URL, site: string, top: string, framed: boolean, script: boolean): CookieContext {
	const firstParty = site === top && !framed;
	const sameSite = firstParty ? 'strict' : 'cross-site';
	const partition = { site: top, crossSiteAncestor: !firstParty };
	return { url, sameSite, sameSiteForSet: sameSite, partition, thirdParty: !firstParty, script };
}

function siteOfText(address: string): string {
	return siteOf(new URL(address));
}
