/** The path of a cookie that names none (section 5.1.4): the address up to its last slash. */
export function defaultPath(pathname: string): string {
	const last = pathname.lastIndexOf('/');
	return last <= 0 ? '/' : pathname.slice(0, last);
}

/** The path that a Path attribute gives, or the default path where it gives none (section 5.6.4). */
export function cookiePath(pathname: string, attribute: string | undefined): string {
	return attribute?.startsWith('/') ? attribute : defaultPath(pathname);
}

/** Whether a request's path lies at or under a cookie's path (section 5.1.4). Compared as raw text, case included. */
export function pathMatch(requestPath: string, path: string): boolean {
	if (!requestPath.startsWith(path)) return false;
	return requestPath.length === path.length || path.endsWith('/') || requestPath[path.length] === '/';
}
