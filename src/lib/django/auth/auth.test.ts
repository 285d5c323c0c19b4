import { describe, expect, it } from 'vitest';
import { passwordHash } from './password-hash.ts';
import { loginStep, verifySession } from './session-auth.ts';

describe('password hashes', () => {
	it.each([
		// RFC 6070 for SHA-1; the others as CPython's hashlib computes them.
		['pbkdf2_sha256', 'passwd', 'salt', 1, 'VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw='],
		['pbkdf2_sha256', 'secret', 'saltsalt', 100_000, 'XfivEVCH0mX9EiaMWqSDoTlew308dfZa/7tE0a6Ai4w='],
		['pbkdf2_sha1', 'password', 'salt', 1, 'DGDID5YfDnHzqbUkr2ASBi/gN6Y='],
		['pbkdf2_sha1', 'password', 'salt', 4096, 'SwB5AbdlSJq+rUnZJvch0GWkKcE='],
		['md5', 'ada-secret', 'pepperpepperpepperpepper', 0, 'f9065918b371e21f9a844861d0d198a4'],
		['sha1', 'lètmein', 'seasalt', 0, 'cff36ea83f5706ce9aa7454e63e431fc726b2dc8'],
		['md5', 'lètmein', '', 0, '88a434c88cca4e900f7874cd98123f43']
	] as const)('%s of %j', (algorithm, password, salt, iterations, hash) => {
		expect(passwordHash(algorithm, password, salt, { iterations })).toBe(hash);
	});
});

describe('the session at login', () => {
	it.each([
		['a visitor', null, 'CycleKey'],
		['the same user', { userId: '1', hash: 'h' }, 'Keep'],
		['another user', { userId: '2', hash: 'h' }, 'Flush'],
		['the same user with another password', { userId: '1', hash: 'old' }, 'Flush']
	] as const)('%s', (_who, held, step) => {
		expect(loginStep(held, '1', 'h')).toBe(step);
	});
});

describe('the session of a user', () => {
	it.each([
		['h', 'h', [], 'Valid'],
		['old', 'h', ['older', 'old'], 'Renew'],
		['old', 'h', [], 'Flush'],
		['', 'h', [''], 'Flush']
	] as const)('hash %j, now %j, under fallback keys %j', (hash, current, fallbacks, verdict) => {
		expect(verifySession(hash, current, fallbacks)).toBe(verdict);
	});
});
