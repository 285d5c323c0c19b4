/** Hands a text, or bytes, to the learner as a file. `type` is its media type. */
export function saveFile(
	name: string,
	content: string | Uint8Array<ArrayBuffer>,
	type = 'application/json'
): void {
	const url = URL.createObjectURL(new Blob([content], { type }));
	Object.assign(document.createElement('a'), { href: url, download: name }).click();
	URL.revokeObjectURL(url);
}
