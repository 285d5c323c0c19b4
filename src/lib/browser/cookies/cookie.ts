import type { EpochMicros } from '../../time/instant.ts';

/** `null`: no SameSite attribute, or one that is not understood (Chromium then treats the cookie as Lax). */
export type SameSite = 'strict' | 'lax' | 'none' | null;

export type Priority = 'low' | 'medium' | 'high';

/** A cookie in the jar, with the fields of RFC 6265bis, section 5.6 ("Storage Model"). Immutable. */
export interface Cookie {
	readonly name: string;
	readonly value: string;
	/** Canonical, without a leading dot. */
	readonly domain: string;
	readonly hostOnly: boolean;
	readonly path: string;
	/** `null`: a session cookie, which ends when the browser closes. */
	readonly expires: EpochMicros | null;
	readonly secure: boolean;
	readonly httpOnly: boolean;
	readonly sameSite: SameSite;
	readonly priority: Priority;
	readonly created: EpochMicros;
	readonly lastAccess: EpochMicros;
	/** The partition of a `Partitioned` cookie: the top-level site, and whether a cross-site frame stands between. */
	readonly partition?: { readonly site: string; readonly crossSiteAncestor: boolean };
	/** Orders cookies made at the same microsecond. */
	readonly order: number;
}
