import type { Cookie } from './cookies/cookie.ts';
import type { SendDecision, StoreDecision } from './cookies/decisions.ts';

/** What a browser says happened. */
export type BrowserEvent =
	| {
			readonly type: 'navigation.started';
			readonly method: string;
			readonly url: string;
			readonly cause: 'typed' | 'link' | 'form' | 'redirect' | 'reload' | 'fetch' | 'subresource' | 'frame';
	  }
	| { readonly type: 'cookie.attached'; readonly decision: Extract<SendDecision, { outcome: 'sent' }> }
	| { readonly type: 'cookie.withheld'; readonly decision: Extract<SendDecision, { outcome: 'withheld' }> }
	| { readonly type: 'cookies.attached'; readonly header: string }
	| { readonly type: 'cookie.stored'; readonly decision: Extract<StoreDecision, { outcome: 'stored' }> }
	| { readonly type: 'cookie.removed'; readonly decision: Extract<StoreDecision, { outcome: 'deleted' }> }
	| { readonly type: 'cookie.refused'; readonly decision: Extract<StoreDecision, { outcome: 'refused' }> }
	| { readonly type: 'cookie.evicted'; readonly cookie: Cookie }
	/** Its lifetime ended; found at the clock's move or at the next look. */
	| { readonly type: 'cookie.expired'; readonly cookie: Cookie }
	| { readonly type: 'page.rendered'; readonly url: string; readonly title: string };
