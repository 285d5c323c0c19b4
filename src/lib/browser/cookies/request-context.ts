/** How a request came about, as far as cookies care. Addresses are absolute. */
export interface RequestContext {
	readonly url: string;
	/** A top-level GET or POST navigation, the navigation of an iframe, or anything that a page fetches. */
	readonly kind: 'navigate' | 'form-post' | 'frame' | 'subresource';
	/** For subresources; default GET. */
	readonly method?: string;
	/** The document that caused it; left out for an address that was typed. */
	readonly initiator?: string;
	/** The top-level document. For a subresource, left out: the initiator is it; given: the initiator is an iframe in it. */
	readonly topLevel?: string;
	/** Addresses that redirected here, first to last. They do not matter to Chromium. */
	readonly via?: readonly string[];
	/** The response's Date header. */
	readonly date?: string;
}

/** A document that runs a script; `topLevel` where it is an iframe in that page. */
export interface DocumentContext {
	readonly url: string;
	readonly topLevel?: string;
}
