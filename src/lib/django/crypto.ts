import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';

export type Algorithm = 'sha1' | 'sha256';

const HASHES = { sha1, sha256 };
const utf8 = new TextEncoder();

/**
 * Django's `salted_hmac`: HMAC under a key derived by hashing salt and secret.
 * @returns the digest's bytes
 */
export function saltedHmac(salt: string, value: string, secret: string, algorithm: Algorithm): Uint8Array {
	const hash = HASHES[algorithm];
	return hmac(hash, hash(utf8.encode(salt + secret)), utf8.encode(value));
}

/** Whether two texts are equal; they are signatures, compared whole. */
export function sameSignature(one: string, other: string): boolean {
	let difference = one.length ^ other.length;
	for (let i = 0; i < one.length; i++) difference |= one.charCodeAt(i) ^ other.charCodeAt(i);
	return difference === 0;
}
