/** Base64 with the alphabet of URLs and without padding, as `django.core.signing.b64_encode`. */
export function b64Encode(bytes: Uint8Array): string {
	return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Reads base64 of either alphabet, with or without padding. @returns `null` when it is none */
export function b64Decode(text: string): Uint8Array<ArrayBuffer> | null {
	const bare = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
	if (!/^[A-Za-z0-9+/]*$/.test(bare) || bare.length % 4 === 1) return null;
	return Uint8Array.from(atob(bare), (char) => char.charCodeAt(0));
}

/** Base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
	let binary = '';
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return btoa(binary);
}
