import type { DjangoVersion, ProjectFiles } from '../django/server.ts';
import type { Header } from '../http/message.ts';
import type { EpochMicros } from '../time/instant.ts';

/** How a world begins. */
export interface WorldStart {
	readonly django: DjangoVersion;
	readonly now: EpochMicros;
	readonly project: ProjectFiles;
	/** What relative addresses stand on, such as "http://127.0.0.1:8000". */
	readonly origin: string;
	/** Session keys taken in order, before the seeded ones. */
	readonly sessionKeys: readonly string[];
	/** Seeds all randomness of this world. */
	readonly seed: string;
	/** Further sites. With any, a host that is neither one of them nor of the origin's site is unknown. */
	readonly sites?: readonly SiteStart[];
	/**
	 * Requests carry Origin, Referer and Sec-Fetch headers whatever made them, and pages load their images and frames.
	 * The replay format goes without; there only a link or form of a page that is known says where it stands.
	 */
	readonly fullBrowser?: boolean;
}

/** A page that is there as it is, without a program behind it. */
export interface StaticPage {
	/** Default 200. */
	readonly status?: number;
	/** Beside Content-Type, which is HTML where nothing else is said. */
	readonly headers?: readonly Header[];
	readonly body: string;
}

/** A site beside the one of the origin: a Django project of its own, or pages by their path. */
export interface SiteStart {
	/** Such as "https://evil.example". It answers http and https alike. */
	readonly origin: string;
	/** Further hosts that it answers, with their ports where they have one. */
	readonly hosts?: readonly string[];
	readonly content:
		| { readonly kind: 'pages'; readonly pages: Readonly<Record<string, StaticPage>> }
		| { readonly kind: 'django'; readonly django: DjangoVersion; readonly project: ProjectFiles };
}
