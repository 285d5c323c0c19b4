/** What the user lets cookies do. */
export interface CookiePreferences {
	readonly blockAll: boolean;
	/** Third parties may not use cookies, except partitioned ones. */
	readonly blockThirdParty: boolean;
	/** Hosts whose cookies are blocked, with all below them: "ads.example". */
	readonly blockedSites: readonly string[];
}

export const ALLOW_ALL: CookiePreferences = { blockAll: false, blockThirdParty: false, blockedSites: [] };
