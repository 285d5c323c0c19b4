/** Section 5.1.4: the path of an address up to its last slash, without it; "/" at the root. */
export function defaultPath(path: string): string {
	const slash = path.lastIndexOf('/');
	return slash <= 0 ? '/' : path.slice(0, slash);
}
