/** Code units that one call of `String.fromCharCode` takes. */
const PART = 8192;

/** Bytes as a text of one character a byte (Latin-1): it crosses to Python many times as fast as an array. */
export function bytesToText(bytes: Uint8Array): string {
	if (bytes.length <= PART) return String.fromCharCode(...bytes);
	let text = '';
	for (let at = 0; at < bytes.length; at += PART) {
		text += String.fromCharCode(...bytes.subarray(at, at + PART));
	}
	return text;
}

/** The bytes of such a text. */
export function textToBytes(text: string): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(text.length);
	for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
	return bytes;
}
