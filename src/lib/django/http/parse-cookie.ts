/**
 * Django's `parse_cookie`: the Cookie header as pairs, the last of a name wins. What has no `=` is a value with an
 * empty name. Quoted values are unquoted as Python's `http.cookies` does.
 */
export function parseCookie(header: string): [string, string][] {
	const cookies = new Map<string, string>();
	for (const chunk of header.split(';')) {
		const at = chunk.indexOf('=');
		const name = strip(at < 0 ? '' : chunk.slice(0, at));
		const value = strip(at < 0 ? chunk : chunk.slice(at + 1));
		if (name || value) cookies.set(name, unquote(value));
	}
	return [...cookies];
}

/** Python's `str.strip()`, which takes separators of files and records away, too, but no byte order mark. */
function strip(text: string): string {
	let [start, end] = [0, text.length];
	while (start < end && isPythonSpace(text, start)) start += 1;
	while (end > start && isPythonSpace(text, end - 1)) end -= 1;
	return text.slice(start, end);
}

function isPythonSpace(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return (code >= 0x1c && code <= 0x1f) || code === 0x85 || (code !== 0xfeff && /\s/.test(text.charAt(at)));
}

/** Python's `http.cookies._unquote`: octal escapes and backslashes inside double quotes. */
function unquote(value: string): string {
	if (value.length < 2 || !value.startsWith('"') || !value.endsWith('"')) return value;
	return value
		.slice(1, -1)
		.replace(/\\(?:([0-3][0-7][0-7])|(.))/gs, (_, octal: string | undefined, char: string) =>
			octal === undefined ? char : String.fromCharCode(parseInt(octal, 8))
		);
}
