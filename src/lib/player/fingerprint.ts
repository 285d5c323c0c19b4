/** A short name for plain values: the same for the same values (FNV-1a, 32 bits). It only tells apart, it protects nothing. */
export function fingerprintOf(value: unknown): string {
	let hash = 0x811c9dc5;
	for (const character of JSON.stringify(value)) {
		hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
	}
	return (hash >>> 0).toString(16).padStart(8, '0');
}
