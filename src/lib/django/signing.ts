import { deflate, inflate } from 'pako';
import { MICROS_PER_SECOND, wholeSeconds, type EpochMicros } from '../time/instant.ts';
import { b62Decode, b62Encode } from './base62.ts';
import { b64Decode, b64Encode } from './base64.ts';
import { saltedHmac, sameSignature, type Algorithm } from './crypto.ts';

/** What signs: `SECRET_KEY`, the older keys that still verify, and the hash. */
export interface SigningKey {
	readonly secret: string;
	readonly fallbacks: readonly string[];
	readonly algorithm: Algorithm;
}

/** A signature that does not verify, with Django's own message; `expired` for one that is only too old. */
export interface SigningRefusal {
	readonly refused: 'BadSignature' | 'SignatureExpired';
	readonly message: string;
}

/** The signature of a value: base64 of the salted HMAC, under "<salt>signer". */
export function signature(value: string, salt: string, secret: string, algorithm: Algorithm): string {
	return b64Encode(saltedHmac(`${salt}signer`, value, secret, algorithm));
}

/** `Signer.sign`: "value:signature". */
export function sign(value: string, salt: string, key: SigningKey, sep = ':'): string {
	return `${value}${sep}${signature(value, salt, key.secret, key.algorithm)}`;
}

/** `Signer.unsign`: the value, when its signature verifies under the key or a fallback. */
export function unsign(
	signed: string,
	salt: string,
	key: SigningKey,
	sep = ':'
): { value: string } | SigningRefusal {
	const at = signed.lastIndexOf(sep);
	if (at < 0) return { refused: 'BadSignature', message: `No "${sep}" found in value` };
	const value = signed.slice(0, at);
	const given = signed.slice(at + sep.length);
	const algorithms: Algorithm[] = key.algorithm === 'sha256' ? ['sha256'] : ['sha1', 'sha256'];
	const valid = [key.secret, ...key.fallbacks].some((secret) =>
		algorithms.some((algorithm) => sameSignature(given, signature(value, salt, secret, algorithm)))
	);
	return valid ? { value } : { refused: 'BadSignature', message: `Signature "${given}" does not match` };
}

/** `TimestampSigner.sign`: "value:timestamp:signature". */
export function timestampSign(
	value: string,
	salt: string,
	key: SigningKey,
	now: EpochMicros,
	sep = ':'
): string {
	return sign(`${value}${sep}${b62Encode(wholeSeconds(now))}`, salt, key, sep);
}

/** `TimestampSigner.unsign`; `maxAge` in seconds, `null` for no limit; `maxAgeText`: as the message tells it. */
export function timestampUnsign(
	signed: string,
	salt: string,
	key: SigningKey,
	maxAge: number | null,
	now: EpochMicros,
	sep = ':',
	maxAgeText = String(maxAge)
): { value: string; timestamp: number } | SigningRefusal {
	const inner = unsign(signed, salt, key, sep);
	if ('refused' in inner) return inner;
	const at = inner.value.lastIndexOf(sep);
	if (at < 0) return { refused: 'BadSignature', message: `No "${sep}" found in value` };
	const timestamp = b62Decode(inner.value.slice(at + sep.length));
	const age = now / MICROS_PER_SECOND - timestamp;
	if (maxAge !== null && age > maxAge) {
		const message = `Signature age ${pythonFloat(age)} > ${maxAgeText} seconds`;
		return { refused: 'SignatureExpired', message };
	}
	return { value: inner.value.slice(0, at), timestamp };
}

const utf8 = new TextEncoder();

/**
 * `signing.dumps` over a text that the serializer made: base64, compressed with a leading dot where that is shorter,
 * signed with a timestamp. zlib's bytes are CPython's.
 */
export function signText(
	text: string | Uint8Array,
	salt: string,
	key: SigningKey,
	now: EpochMicros,
	compress: boolean
): string {
	const data = typeof text === 'string' ? utf8.encode(text) : text;
	return timestampSign(packPayload(data, compress), salt, key, now);
}

/** The part before the timestamp: base64 of the data, or a dot and base64 of the compressed data. */
export function packPayload(data: Uint8Array, compress: boolean): string {
	if (compress && !isTooShortToGain(data)) {
		const compressed = deflate(data, { legacyHash: true });
		if (compressed.length < data.length - 1) return `.${b64Encode(compressed)}`;
	}
	return b64Encode(data);
}

/**
 * Whether zlib cannot make data shorter: up to 20 bytes without a repeated run of three. Its frame alone takes 6 bytes,
 * and a literal takes 8 bits in the fixed code.
 */
function isTooShortToGain(data: Uint8Array): boolean {
	if (data.length > 20) return false;
	const runs = new Set<number>();
	for (let i = 2; i < data.length; i++) {
		runs.add(((data[i - 2] ?? 0) << 16) | ((data[i - 1] ?? 0) << 8) | (data[i] ?? 0));
	}
	return data.length < 3 || runs.size === data.length - 2;
}

/** Reads a payload back. @returns `null` when it is neither base64 nor compressed data */
export function unpackPayload(payload: string): Uint8Array | null {
	const compressed = payload.startsWith('.');
	const data = b64Decode(compressed ? payload.slice(1) : payload);
	if (!data || !compressed) return data;
	try {
		return inflate(data);
	} catch {
		return null;
	}
}

/** `signing.loads` up to the serializer. `BadData`: signed, but not base64 or not compressed data. */
export function unsignText(
	signed: string,
	salt: string,
	key: SigningKey,
	maxAge: number | null,
	now: EpochMicros
): { data: Uint8Array; timestamp: number } | SigningRefusal | { refused: 'BadData'; message: string } {
	const inner = timestampUnsign(signed, salt, key, maxAge, now);
	if ('refused' in inner) return inner;
	const data = unpackPayload(inner.value);
	return data
		? { data, timestamp: inner.timestamp }
		: { refused: 'BadData', message: 'The payload is not base64' };
}

/** A float as Python writes it: whole ones with ".0". */
function pythonFloat(value: number): string {
	return Number.isInteger(value) ? `${value}.0` : String(value);
}
