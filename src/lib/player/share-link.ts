import { b64Decode, b64Encode } from '../django/base64.ts';

/** Longer addresses are cut by mail programs and chats. Characters. */
export const LONGEST_LINK = 8_000;
/** More text than this is not a scenario made by hand. Characters. */
const LONGEST_TEXT = 2_000_000;
/** What a fragment begins with, by what it holds. */
const MARKS = { scenario: '#scenario=', compare: '#compare=' } as const;
type Held = keyof typeof MARKS;

/** Why a link does not hold a scenario. */
export type LinkProblem = 'Cut' | 'TooLarge';

/** The fragment of a link that holds a text, compressed: "#scenario=…", "#compare=…". */
export async function fragmentOf(text: string, held: Held = 'scenario'): Promise<string> {
	const packed = await through(
		new TextEncoder().encode(text),
		new CompressionStream('deflate-raw'),
		Infinity
	);
	return MARKS[held] + b64Encode(packed ?? new Uint8Array());
}

/** The text in a link's fragment; `null` when the fragment is about something else. */
export async function textOf(
	fragment: string,
	held: Held = 'scenario'
): Promise<{ text: string } | { problem: LinkProblem } | null> {
	const mark = MARKS[held];
	if (!fragment.startsWith(mark)) return null;
	try {
		const packed = b64Decode(fragment.slice(mark.length));
		if (!packed) return { problem: 'Cut' };
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
	const parts: Uint8Array<ArrayBuffer>[] = [];
	let length = 0;
	for (let read = await reader.read(); !read.done; read = await reader.read()) {
		parts.push(read.value);
		length += read.value.length;
		if (length > limit) {
			await reader.cancel();
			return null;
		}
	}
	return new Uint8Array(await new Blob(parts).arrayBuffer());
}
