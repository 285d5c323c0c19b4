/** How a request came about, as far as cookies care. Addresses are absolute. */
export interface RequestContext {
	readonly url: string;
	readonly kind: 'navigate' | 'form-post' | 'frame' | 'subresource';
	readonly method?: string;
	readonly initiator?: string;
	readonly topLevel?: string;
	readonly via?: readonly string[];
	readonly date?: string;
}
