import type { BrowserEvent } from '../browser/events.ts';
import type { HttpRequest } from '../http/message.ts';
import type { RequestContext } from '../browser/cookies/request-context.ts';

/** How a navigation came about. */
export type NavigationCause = Exclude<
	Extract<BrowserEvent, { type: 'navigation.started' }>['cause'],
	'redirect' | 'fetch' | 'subresource' | 'frame'
>;

/** What the jar must know of a navigation. Links and forms are followed from a page of the same site. */
export function requestContext(
	{ url }: HttpRequest,
	cause: NavigationCause,
	via: readonly string[]
): RequestContext {
	const first = via[0] ?? url;
	const origin = `${new URL(first).origin}/`;
	switch (cause) {
		case 'typed':
		case 'reload':
			return { url, kind: 'navigate', via };
		case 'link':
			return { url, kind: 'navigate', initiator: origin, via };
		case 'form':
			return { url, kind: 'form-post', initiator: origin, via };
		default:
			return cause satisfies never;
	}
}
