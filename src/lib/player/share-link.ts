/** Longer addresses are cut by mail programs and chats. Characters. */
export const LONGEST_LINK = 8_000;
/** More text than this is not a scenario made by hand. Characters. */
const LONGEST_TEXT = 2_000_000;
const MARK = '#scenario=';

/** Why a link does not hold a scenario. */
export type LinkProblem = 'Cut' | 'TooLarge';

/** The fragment of a link that holds a text, compressed: "#scenario=…". */
export async function fragmentOf(text: string): Promise<string> {
	const packed = await through(
		new TextEncoder().encode(text),
		new CompressionStream('deflate-raw'),
		Infinity
	);
	const binary = Array.from(packed ?? [], (byte) => String.fromCharCode(byte)).join('');
	return MARK + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The text in a link's fragment; `null` when the fragment is about something else. */
export async function textOf(fragment: string): Promise<{ text: string } | { problem: LinkProblem } | null> {
	if (!fragment.startsWith(MARK)) return null;
	try {
		const binary = atob(fragment.slice(MARK.length).replaceAll('-', '+').replaceAll('_', '/'));
		const packed = Uint8Array.from(binary, (character) => character.charCodeAt(0));
		const bytes = await through(packed, new DecompressionStream('deflate-raw'), LONGEST_TEXT);
		if (!bytes) return { problem: 'TooLarge' };
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
	} catch {
		return { problem: 'Cut' };
	}
}

/** @returns what comes out, or `null` as soon as it is more than `limit` bytes */
async function through(
	bytes: Uint8Array<ArrayBuffer>,
	stream: CompressionStream | DecompressionStream,
	limit: number
): Promise<Uint8Array | null> {
	const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
	const parts: Uint8Array[] = [];
	let length = 0;
	for (let read = await reader.read(); !read.done; read = await reader.read()) {
		parts.push(read.value);
		length += read.value.length;
		if (length > limit) {
			await reader.cancel();
			return null;
		}
	}
	const whole = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
