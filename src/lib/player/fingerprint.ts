import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A short name for plain values: the same for the same values. */
export function fingerprintOf(value: unknown): string {
	return bytesToHex(sha256(utf8ToBytes(JSON.stringify(value)))).slice(0, 16);
}
