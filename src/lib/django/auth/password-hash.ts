import { md5, sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { toBase64 } from '../base64.ts';

/** How a password is made unreadable: the algorithms of Django's hashers that need no library. */
export type PasswordAlgorithm = 'pbkdf2_sha256' | 'pbkdf2_sha1' | 'scrypt' | 'md5' | 'sha1';

export interface PasswordHashOptions {
	/** Rounds of PBKDF2, work factor of scrypt; nothing to the others. */
	readonly iterations: number;
	/** scrypt's block size and parallelism. */
	readonly blockSize?: number;
	readonly parallelism?: number;
}

/** A million rounds take about a second: what was computed once is kept. */
const KEPT = 64;
const computed = new Map<string, string>();

/**
 * The last part of an encoded password.
 * @returns base64 for PBKDF2 and scrypt, hexadecimal for the plain digests
 */
export function passwordHash(
	algorithm: PasswordAlgorithm,
	password: string,
	salt: string,
	options: PasswordHashOptions
): string {
	const name = JSON.stringify([algorithm, password, salt, options]);
	const known = computed.get(name);
	if (known !== undefined) return known;
	const hash = derive(algorithm, password, salt, options);
	if (computed.size >= KEPT) computed.delete(computed.keys().next().value ?? '');
	computed.set(name, hash);
	return hash;
}

const utf8 = new TextEncoder();

function derive(
	algorithm: PasswordAlgorithm,
	password: string,
	salt: string,
	{ iterations, blockSize = 8, parallelism = 1 }: PasswordHashOptions
): string {
	switch (algorithm) {
		case 'pbkdf2_sha256':
			return toBase64(pbkdf2(sha256, password, salt, { c: iterations, dkLen: 32 }));
		case 'pbkdf2_sha1':
			return toBase64(pbkdf2(sha1, password, salt, { c: iterations, dkLen: 20 }));
		case 'scrypt':
			return toBase64(scrypt(password, salt, { N: iterations, r: blockSize, p: parallelism, dkLen: 64 }));
		case 'md5':
			return hex(md5(utf8.encode(salt + password)));
		case 'sha1':
			return hex(sha1(utf8.encode(salt + password)));
	}
}

function hex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
