/** Section 5.1.4: whether a request's path is a cookie's path or lies below it. Compared as it stands, unescaped. */
export function pathMatch(requestPath: string, cookiePath: string): boolean {
	if (!requestPath.startsWith(cookiePath)) return false;
	return (
		requestPath.length === cookiePath.length ||
		cookiePath.endsWith('/') ||
		requestPath.charCodeAt(cookiePath.length) === 0x2f
	);
}
