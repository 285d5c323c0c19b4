import type { SendRefusal, StoreRefusal } from '../browser/cookies/decisions.ts';
import type { Explanation, ExplanationLink } from './explanation.ts';
import { cookieDraft, mdn } from './links.ts';

const ATTRIBUTES = 'HTTP/Reference/Headers/Set-Cookie';
const SAME_SITE = cookieDraft('5.2', '"Same-site" and "cross-site" requests');
const STORAGE = cookieDraft('5.7', 'Storage model');
const RETRIEVAL = cookieDraft('5.8.3', 'Retrieval algorithm');
const PREFERENCES = cookieDraft('5.3', 'Ignoring Set-Cookie header fields');
const PREFIXES = cookieDraft('5.4', 'Cookie name prefixes');
const PARSING = cookieDraft('5.6', 'The Set-Cookie header field');

/** Why a browser does not store a cookie, by the name that Chrome's DevTools give it. The sentence stands after a colon. */
export const STORE_REFUSALS: Readonly<Record<StoreRefusal, Explanation>> = {
	DisallowedCharacter: entry(
		'A character that no cookie may hold',
		'the line holds a control character',
		'A control character anywhere in the line, attributes included, loses the whole cookie. Chrome counts a TAB in the middle too; RFC 6265bis would let it through.',
		PARSING
	),
	InvalidDomain: entry(
		'A domain that is not its own',
		'its Domain attribute does not fit the host that set it',
		'A host may name itself or a parent of its own, but not a public suffix such as com or github.io, a sibling, or a stranger.',
		cookieDraft('5.7', 'Storage model, steps 9 and 10')
	),
	InvalidPrefix: entry(
		'A name that promises more than the cookie keeps',
		'its name begins with a prefix whose promises the attributes do not keep',
		'__Secure- asks for Secure. __Host- asks for Secure, Path=/ and no Domain. __Http- asks for Secure and HttpOnly. Case does not matter.',
		PREFIXES
	),
	NameValuePairExceedsMaxSize: entry(
		'Too large',
		'name and value together are longer than 4096 bytes',
		'Bytes are counted in UTF-8. An oversize cookie neither replaces nor deletes the one that is there. Django’s signed-cookie sessions meet this limit first.',
		PARSING
	),
	NoCookieContent: entry(
		'An empty cookie',
		'the line has neither a name nor a value',
		'A cookie may lack its name or its value, but not both.',
		cookieDraft('5.7', 'Storage model, step 2')
	),
	OverwriteSecure: entry(
		'A Secure cookie stands in the way',
		'a Secure cookie of that name is there, and the connection is not secure',
		'Whoever can change plain http may not push a Secure cookie aside. This reaches across subdomains, and paths below the Secure cookie’s.',
		cookieDraft('5.7', 'Storage model, step 16')
	),
	OverwriteHttpOnly: entry(
		'An HttpOnly cookie stands in the way',
		'an HttpOnly cookie of that name is there, and a script may not replace it',
		'Scripts can neither read, change nor delete HttpOnly cookies. Only a response can.',
		cookieDraft('5.7', 'Storage model, step 23')
	),
	SameSiteNoneInsecure: entry(
		'SameSite=None without Secure',
		'SameSite=None needs Secure beside it',
		'A cookie that travels to other sites’ pages must not travel in plain text.',
		cookieDraft('5.7', 'Storage model, step 19')
	),
	SecureOnly: entry(
		'Secure, over plain http',
		'it is Secure, and this connection is not',
		'Only https may set a Secure cookie. Chrome makes an exception for localhost and 127.0.0.1.',
		cookieDraft('5.7', 'Storage model, step 13')
	),
	SchemefulSameSiteLax: entry(
		'Set from another site, with SameSite=Lax',
		'it is SameSite=Lax, and the response came to a page of another site',
		'A fetch or an iframe in another site’s page may set only SameSite=None; Secure cookies. The same host over http and https counts as two sites.',
		SAME_SITE
	),
	SchemefulSameSiteStrict: entry(
		'Set from another site, with SameSite=Strict',
		'it is SameSite=Strict, and the response came to a page of another site',
		'A top-level navigation may set Strict cookies, even from another site. A fetch or an iframe in another site’s page may not.',
		SAME_SITE
	),
	SchemefulSameSiteUnspecifiedTreatedAsLax: entry(
		'Set from another site, without SameSite',
		'it has no SameSite that the browser knows, so it counts as Lax, and the response came to a page of another site',
		'To be set there, the cookie must say SameSite=None; Secure.',
		SAME_SITE
	),
	UserPreferences: entry(
		'Blocked by the user',
		'the user blocks cookies here',
		'All cookies, those of this site, or those of third parties. Partitioned cookies are let through when only third parties are blocked.',
		PREFERENCES
	),
	PartitionedWithoutSecure: entry(
		'Partitioned without Secure',
		'Partitioned needs Secure beside it',
		'Chrome drops such a cookie and reports no reason; the name is ours.',
		mdn(ATTRIBUTES, 'Set-Cookie, Partitioned')
	),
	NamelessWithEquals: entry(
		'No name, and a value with an equals sign',
		'it has no name, and its value would read as a name and a value',
		'Sent back, it would look like another cookie. Chrome drops it and reports no reason; the name is ours.',
		STORAGE
	),
	HttpOnlyFromScript: entry(
		'HttpOnly, from a script',
		'a script may not set an HttpOnly cookie',
		'HttpOnly says that only responses and requests may touch the cookie. Chrome reports no reason for scripts; the name is ours.',
		cookieDraft('5.7', 'Storage model, step 15')
	)
};

/** Why a browser does not send a cookie, by the name that Chrome's DevTools give it. The sentence stands after a colon. */
export const SEND_REFUSALS: Readonly<Record<SendRefusal, Explanation>> = {
	DomainMismatch: entry(
		'Another host',
		'it belongs to another host of this site',
		'Without a Domain attribute a cookie goes to the very host that set it; with one, to that domain and all below it.',
		RETRIEVAL
	),
	NotOnPath: entry(
		'Another path',
		'the address is not under its path',
		'Paths are compared as they stand, case and percent signs included. /foo covers /foo/bar, but not /foobar.',
		cookieDraft('5.1.4', 'Paths and path-match')
	),
	SecureOnly: entry(
		'Secure, over plain http',
		'it is Secure, and this address is not https',
		'Chrome makes an exception for localhost and 127.0.0.1.',
		RETRIEVAL
	),
	HttpOnly: entry(
		'Hidden from scripts',
		'it is HttpOnly, and a script asked',
		'document.cookie shows no HttpOnly cookie. Requests carry it all the same.',
		RETRIEVAL
	),
	SchemefulSameSiteLax: entry(
		'SameSite=Lax, and another site asked',
		'it is SameSite=Lax, and another site caused the request',
		'From other sites it goes along only when a link or an address is followed in the whole tab. A cross-site POST, fetch or iframe does not carry it: that is what stops most request forgery.',
		SAME_SITE
	),
	SchemefulSameSiteStrict: entry(
		'SameSite=Strict, and another site asked',
		'it is SameSite=Strict, and another site caused the request',
		'Not even a followed link carries it. The same host over http and https counts as two sites.',
		SAME_SITE
	),
	SchemefulSameSiteUnspecifiedTreatedAsLax: entry(
		'No SameSite, and another site asked',
		'it has no SameSite that the browser knows, so it counts as Lax, and another site caused the request',
		'Chrome is milder with it than with Lax in one case: for two minutes after it was made, it goes along with cross-site POSTs of the whole tab.',
		SAME_SITE
	),
	UserPreferences: entry(
		'Blocked by the user',
		'the user blocks cookies here',
		'The cookie stays in the jar and is not sent while the setting lasts.',
		PREFERENCES
	)
};

function entry(title: string, sentence: string, detail: string, link: ExplanationLink): Explanation {
	return { title, sentence, detail, link };
}
