/** What a name's prefix asks of a cookie. */
export interface PrefixedCookie {
	readonly name: string;
	readonly value: string;
	readonly secure: boolean;
	readonly httpOnly: boolean;
	/** The attributes as written. */
	readonly domainAttribute: string | undefined;
	readonly pathAttribute: string | undefined;
	/** Set by a response over a secure connection, or by a script. */
	readonly fromSecure: boolean;
	readonly fromScript: boolean;
}

/**
 * Whether a cookie keeps what its prefix promises (section 5.7, steps 19 to 22). Prefixes are told in any case, and
 * on the value of a nameless cookie too. `__Http-` and `__Host-Http-`: newer than the draft's first prefixes.
 */
export function keepsPrefix(cookie: PrefixedCookie): boolean {
	const shown = (cookie.name === '' ? cookie.value : cookie.name).toLowerCase();
	const prefix = ['__host-http-', '__host-', '__http-', '__secure-'].find((text) => shown.startsWith(text));
	if (prefix === undefined) return true;
	if (cookie.name === '' || !cookie.secure || !cookie.fromSecure) return false;
	if (prefix.includes('host-') && (Boolean(cookie.domainAttribute) || cookie.pathAttribute !== '/')) {
		return false;
	}
	return !prefix.includes('http-') || (cookie.httpOnly && !cookie.fromScript);
}
