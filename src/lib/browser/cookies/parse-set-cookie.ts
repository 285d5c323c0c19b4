import type { Priority, SameSite } from './cookie.ts';
import type { RefusalReason, StoreRefusal } from './decisions.ts';
import { STORE_STEP } from './draft.ts';

/** Section 5.6: the most octets that name and value may have together. */
export const MOST_PAIR_OCTETS = 4096;
/** Section 5.6: an attribute with a longer value is ignored. */
export const MOST_ATTRIBUTE_OCTETS = 1024;

/** The attributes of a Set-Cookie, each the last of its name. Text is as it came, without white space around it. */
export interface CookieAttributes {
	readonly expires: string | undefined;
	readonly maxAge: string | undefined;
	readonly domain: string | undefined;
	readonly path: string | undefined;
	readonly secure: boolean;
	readonly httpOnly: boolean;
	readonly sameSite: SameSite;
	readonly priority: Priority;
	readonly partitioned: boolean;
}

export interface ParsedSetCookie {
	readonly name: string;
	readonly value: string;
	readonly attributes: CookieAttributes;
}

export type ParseResult =
	| { readonly parsed: ParsedSetCookie }
	| { readonly name: string; readonly refusal: RefusalReason<StoreRefusal> };

type Attributes = { -readonly [Key in keyof CookieAttributes]: CookieAttributes[Key] };

/**
 * Section 5.6: takes a Set-Cookie line apart. A line without "=" is a cookie without a name.
 * Not in the draft: a TAB inside a name or value counts as a control character, as in Chromium.
 */
export function parseSetCookie(line: string): ParseResult {
	const pairEnd = line.indexOf(';');
	const pair = pairEnd < 0 ? line : line.slice(0, pairEnd);
	const equals = pair.indexOf('=');
	const name = equals < 0 ? '' : trim(pair.slice(0, equals));
	const value = trim(equals < 0 ? pair : pair.slice(equals + 1));
	const clean = !CONTROL.test(line);
	// NUL, CR and LF end a header; Chromium gives up the line before it looks at anything else.
	if (!clean && ENDS_HEADER.some((end) => line.includes(end))) {
		return refused(name, 'DisallowedCharacter', STORE_STEP.controlCharacter);
	}
	if (name === '' && value === '') return refused(name, 'NoCookieContent', STORE_STEP.empty);
	if (octetsExceed(name, value, MOST_PAIR_OCTETS)) {
		return refused(name, 'NameValuePairExceedsMaxSize', STORE_STEP.size);
	}
	if (!clean && (CONTROL.test(name) || CONTROL.test(value))) {
		return refused(name, 'DisallowedCharacter', STORE_STEP.controlCharacter);
	}
	const attributes = pairEnd < 0 ? NO_ATTRIBUTES : parseAttributes(line, pairEnd + 1, clean);
	if (!attributes) return refused(name, 'DisallowedCharacter', STORE_STEP.controlCharacter);
	return { parsed: { name, value, attributes } };
}

function refused(name: string, reason: StoreRefusal, step: string): ParseResult {
	return { name, refusal: { reason, step } };
}

const ENDS_HEADER = ['\0', '\r', '\n'];
/** A control character of ASCII, TAB among them. */
const CONTROL = /[^ -~\x80-\uffff]/;

const NO_ATTRIBUTES: CookieAttributes = {
	expires: undefined,
	maxAge: undefined,
	domain: undefined,
	path: undefined,
	secure: false,
	httpOnly: false,
	sameSite: null,
	priority: 'medium',
	partitioned: false
};

/** @returns `null` when a name or a value holds a control character */
function parseAttributes(line: string, from: number, clean: boolean): CookieAttributes | null {
	const attributes: Attributes = { ...NO_ATTRIBUTES };
	for (let start = from; start < line.length;) {
		const semicolon = line.indexOf(';', start);
		const end = semicolon < 0 ? line.length : semicolon;
		const equals = line.indexOf('=', start);
		const nameEnd = equals < 0 || equals > end ? end : equals;
		const name = trim(line.slice(start, nameEnd));
		const value = trim(line.slice(Math.min(nameEnd + 1, end), end));
		if (!clean && (CONTROL.test(name) || CONTROL.test(value))) return null;
		if (!octetsExceed(value, '', MOST_ATTRIBUTE_OCTETS)) {
			setAttribute(attributes, name.toLowerCase(), value);
		}
		start = end + 1;
	}
	return attributes;
}

function setAttribute(attributes: Attributes, name: string, value: string): void {
	switch (name) {
		case 'expires':
			attributes.expires = value;
			break;
		case 'max-age':
			attributes.maxAge = value;
			break;
		case 'domain':
			attributes.domain = value;
			break;
		case 'path':
			attributes.path = value;
			break;
		case 'secure':
			attributes.secure = true;
			break;
		case 'httponly':
			attributes.httpOnly = true;
			break;
		case 'samesite':
			attributes.sameSite = readSameSite(value);
			break;
		case 'priority':
			attributes.priority = readPriority(value);
			break;
		case 'partitioned':
			attributes.partitioned = true;
			break;
	}
}

/** Section 5.6.7. */
function readSameSite(value: string): SameSite {
	const lower = value.toLowerCase();
	return lower === 'strict' || lower === 'lax' || lower === 'none' ? lower : null;
}

/** Not in the draft: Chromium's `Priority`. */
function readPriority(value: string): Priority {
	const lower = value.toLowerCase();
	return lower === 'low' || lower === 'high' ? lower : 'medium';
}

/** Takes SP and TAB away from both ends, and nothing else. */
function trim(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && isBlank(text.charCodeAt(start))) start += 1;
	while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
	return text.slice(start, end);
}

function isBlank(code: number): boolean {
	return code === 0x20 || code === 0x09;
}

/** Whether two texts together have more than `most` octets in UTF-8. */
function octetsExceed(first: string, second: string, most: number): boolean {
	const units = first.length + second.length;
	if (units * 3 <= most) return false;
	return units > most || octetLength(first) + octetLength(second) > most;
}

/** The length of a text in octets of UTF-8. */
export function octetLength(text: string): number {
	let octets = 0;
	for (let index = 0; index < text.length; index += 1) {
		const code = text.charCodeAt(index);
		if (code < 0x80) octets += 1;
		else if (code < 0x800) octets += 2;
		else if (code >= 0xd800 && code < 0xdc00 && isLowSurrogate(text.charCodeAt(index + 1))) {
			octets += 4;
			index += 1;
		} else octets += 3;
	}
	return octets;
}

function isLowSurrogate(code: number): boolean {
	return code >= 0xdc00 && code < 0xe000;
}
