import type { Cookie } from './cookies/cookie.ts';
import type { SendDecision, StoreDecision } from './cookies/decisions.ts';
import type { CorsFailure } from './navigation/cors.ts';

/** What a browser says happened. */
export type BrowserEvent =
	| {
			readonly type: 'navigation.started';
			readonly method: string;
			readonly url: string;
			readonly cause:
				'typed' | 'link' | 'form' | 'redirect' | 'reload' | 'history' | 'fetch' | 'subresource' | 'frame';
	  }
	| { readonly type: 'cookie.attached'; readonly decision: Extract<SendDecision, { outcome: 'sent' }> }
	| { readonly type: 'cookie.withheld'; readonly decision: Extract<SendDecision, { outcome: 'withheld' }> }
	/** `omitted`: the script asked for no cookies, so none was looked at, and none is stored. */
	| { readonly type: 'cookies.attached'; readonly header: string; readonly omitted?: boolean }
	| { readonly type: 'cookie.stored'; readonly decision: Extract<StoreDecision, { outcome: 'stored' }> }
	| { readonly type: 'cookie.removed'; readonly decision: Extract<StoreDecision, { outcome: 'deleted' }> }
	| { readonly type: 'cookie.refused'; readonly decision: Extract<StoreDecision, { outcome: 'refused' }> }
	| { readonly type: 'cookie.evicted'; readonly cookie: Cookie }
	/** Its lifetime ended; found at the clock's move or at the next look. */
	| { readonly type: 'cookie.expired'; readonly cookie: Cookie }
	| { readonly type: 'page.rendered'; readonly url: string; readonly title: string }
	/** An image or a frame of a page has come. */
	| { readonly type: 'resource.loaded'; readonly kind: 'image' | 'frame'; readonly url: string }
	/** A script's fetch has its answer; `failure`: why the script may not read it. */
	| {
			readonly type: 'fetch.answered';
			readonly url: string;
			readonly status: number;
			readonly failure: CorsFailure | null;
	  }
	/** A script wrote `document.cookie`, or read it. */
	| { readonly type: 'script.wrote'; readonly line: string }
	| { readonly type: 'script.read'; readonly url: string; readonly value: string };
