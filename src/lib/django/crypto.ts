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
	return keyed(salt + secret, algorithm)
		.clone()
		.update(utf8.encode(value))
		.digest();
}

/** Keys that are kept ready: a process has few. */
const KEPT = 32;
const ready = { sha1: new Map<string, Keyed>(), sha256: new Map<string, Keyed>() };

type Keyed = ReturnType<typeof hmac.create>;

/** An HMAC that has taken in its key. */
function keyed(text: string, algorithm: Algorithm): Keyed {
	const known = ready[algorithm].get(text);
	if (known) return known;
	const hash = HASHES[algorithm];
	const made = hmac.create(hash, hash(utf8.encode(text)));
	if (ready[algorithm].size >= KEPT) ready[algorithm].clear();
	ready[algorithm].set(text, made);
	return made;
}

/** Whether two texts are equal; they are signatures, compared whole. */
export function sameSignature(one: string, other: string): boolean {
	let difference = one.length ^ other.length;
	for (let i = 0; i < one.length; i++) difference |= one.charCodeAt(i) ^ other.charCodeAt(i);
	return difference === 0;
}
