import type { Cookie } from './cookie.ts';

/** Where in RFC 6265bis a decision falls, such as "5.7.10". Ours, where the draft has no step: `null`. */
export type DraftStep = string | null;

/** Why a Set-Cookie was refused, in the names of Chrome DevTools; the last group are names of our own. */
export type StoreRefusal =
	| 'DisallowedCharacter'
	| 'InvalidDomain'
	| 'InvalidPrefix'
	| 'NameValuePairExceedsMaxSize'
	| 'NoCookieContent'
	| 'OverwriteSecure'
	| 'OverwriteHttpOnly'
	| 'SameSiteNoneInsecure'
	| 'SecureOnly'
	| 'SchemefulSameSiteLax'
	| 'SchemefulSameSiteStrict'
	| 'SchemefulSameSiteUnspecifiedTreatedAsLax'
	| 'UserPreferences'
	/** Ours: Chromium refuses these in silence. */
	| 'PartitionedWithoutSecure'
	| 'NamelessWithEquals'
	| 'HttpOnlyFromScript';

/** Why a cookie was not sent, in the names of Chrome DevTools. */
export type SendRefusal =
	| 'DomainMismatch'
	| 'NotOnPath'
	| 'SecureOnly'
	| 'HttpOnly'
	| 'SchemefulSameSiteLax'
	| 'SchemefulSameSiteStrict'
	| 'SchemefulSameSiteUnspecifiedTreatedAsLax'
	| 'UserPreferences';

export interface RefusalReason<Name> {
	readonly reason: Name;
	readonly step: DraftStep;
}

/** What became of one Set-Cookie line. */
export type StoreDecision =
	| {
			readonly outcome: 'stored';
			readonly line: number;
			readonly cookie: Cookie;
			readonly replaced: Cookie | null;
			readonly evicted: readonly Cookie[];
	  }
	/** A Set-Cookie that has already expired removes the cookie (`null`: there was none). */
	| {
			readonly outcome: 'deleted';
			readonly line: number;
			readonly name: string;
			readonly removed: Cookie | null;
	  }
	| {
			readonly outcome: 'refused';
			readonly line: number;
			readonly header: string;
			readonly name: string;
			readonly reasons: readonly RefusalReason<StoreRefusal>[];
	  };

/** What became of one cookie of the jar when a request was made. */
export type SendDecision =
	| { readonly outcome: 'sent'; readonly cookie: Cookie }
	| {
			readonly outcome: 'withheld';
			readonly cookie: Cookie;
			readonly reasons: readonly RefusalReason<SendRefusal>[];
	  };
