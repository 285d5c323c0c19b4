import { MAX_ATTRIBUTE_OCTETS, MAX_NAME_VALUE_OCTETS } from './draft.ts';
import type { RefusalReason, StoreRefusal } from './decisions.ts';

/** A Set-Cookie line taken apart. Attributes as they came, by lower-case name; the last of a name stands. */
export interface ParsedSetCookie {
	readonly name: string;
	readonly value: string;
	readonly attributes: ReadonlyMap<string, string>;
}

export type ParseOutcome = ParsedSetCookie | (RefusalReason<StoreRefusal> & { readonly name: string });

const utf8 = new TextEncoder();

/** How many octets a text has on the wire, in UTF-8. */
export function octets(text: string): number {
	for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return utf8.encode(text).length;
	return text.length;
}

/**
 * Parses a Set-Cookie line (section 5.6). Not in the draft, as Chromium does: an inner TAB counts as a control
 * character.
 */
export function parseSetCookie(line: string): ParseOutcome {
	const parts = line.split(';');
	const { name, value } = namePair(parts[0] ?? '');
	if (hasControl(line)) return { name, reason: 'DisallowedCharacter', step: '5.6.1' };
	if (name === '' && value === '') return { name, reason: 'NoCookieContent', step: '5.6.4' };
	if (octets(name) + octets(value) > MAX_NAME_VALUE_OCTETS) {
		return { name, reason: 'NameValuePairExceedsMaxSize', step: '5.6.5' };
	}
	return { name, value, attributes: attributesOf(parts.slice(1)) };
}

function namePair(part: string): { name: string; value: string } {
	const at = part.indexOf('=');
	return at < 0
		? { name: '', value: trim(part) }
		: { name: trim(part.slice(0, at)), value: trim(part.slice(at + 1)) };
}

function attributesOf(parts: readonly string[]): Map<string, string> {
	const attributes = new Map<string, string>();
	for (const part of parts) {
		const at = part.indexOf('=');
		const name = trim(at < 0 ? part : part.slice(0, at)).toLowerCase();
		const value = at < 0 ? '' : trim(part.slice(at + 1));
		if (name !== '' && octets(value) <= MAX_ATTRIBUTE_OCTETS) attributes.set(name, value);
	}
	return attributes;
}

/** Control characters anywhere; a TAB only where trimming does not take it away. */
function hasControl(line: string): boolean {
	if (!isControlled(line)) return false;
	return line.split(';').some((part) => {
		const at = part.indexOf('=');
		const sides = at < 0 ? [part] : [part.slice(0, at), part.slice(at + 1)];
		return sides.some((side) => isControlled(trim(side)));
	});
}

function isControlled(text: string): boolean {
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code < 32 || code === 127) return true;
	}
	return false;
}

/** Takes spaces and TABs away at both ends, and nothing else. */
function trim(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && isBlank(text.charCodeAt(start))) start++;
	while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
	return text.slice(start, end);
}

function isBlank(code: number): boolean {
	return code === 32 || code === 9;
}
