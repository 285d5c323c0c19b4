import type { EpochMicros } from '../../time/instant.ts';
import { b64Decode, toBase64 } from '../base64.ts';
import { saltedHmac, sameSignature } from '../crypto.ts';
import { signText, unsignText, type SigningKey } from '../signing.ts';
import type { SessionMissReason } from '../events.ts';

/** Settings and salts that decide how a session is written. */
export interface SessionEncoding {
	/** `key_salt`: "django.contrib.sessions.SessionStore". */
	readonly salt: string;
	/** The salt of sessions as 3.0 and older wrote them. */
	readonly legacySalt: string;
	readonly key: SigningKey;
	/** 3.2 reads the legacy encoding; under `DEFAULT_HASHING_ALGORITHM = 'sha1'` it writes it. */
	readonly legacy: 'none' | 'read' | 'write';
}

const utf8 = new TextEncoder();
const latin1 = new TextDecoder('latin1');

/** `session_data` of what the serializer made. */
export function encodeSession(
	data: string | Uint8Array,
	encoding: SessionEncoding,
	now: EpochMicros
): string {
	if (encoding.legacy === 'write') {
		const bytes = typeof data === 'string' ? utf8.encode(data) : data;
		const prefix = utf8.encode(`${legacyHash(bytes, encoding)}:`);
		return toBase64(new Uint8Array([...prefix, ...bytes]));
	}
	return signText(data, encoding.salt, encoding.key, now, true);
}

/** Why a session reads empty, and whether Django then logs "Session data corrupted". */
export interface SessionMiss {
	readonly missed: SessionMissReason;
	readonly logged: boolean;
}

/** What the serializer may read, or why the session reads empty. */
export function decodeSession(
	text: string,
	encoding: SessionEncoding,
	now: EpochMicros
): { data: Uint8Array } | SessionMiss {
	const read = unsignText(text, encoding.salt, encoding.key, null, now);
	if ('data' in read) return read;
	if (read.refused === 'BadData') return { missed: 'BadData', logged: false };
	if (encoding.legacy === 'none') return { missed: 'BadSignature', logged: true };
	return decodeLegacy(text, encoding);
}

/** `_legacy_decode`: what has no colon is thrown away in silence. */
function decodeLegacy(text: string, encoding: SessionEncoding): { data: Uint8Array } | SessionMiss {
	const bytes = b64Decode(text);
	if (!bytes) return { missed: 'BadData', logged: true };
	const colon = bytes.indexOf(58);
	if (colon < 0) return { missed: 'BadData', logged: false };
	const data = bytes.slice(colon + 1);
	const given = latin1.decode(bytes.slice(0, colon));
	if (sameSignature(given, legacyHash(data, encoding))) return { data };
	return { missed: 'BadSignature', logged: true };
}

function legacyHash(data: Uint8Array, { legacySalt, key }: SessionEncoding): string {
	const digest = saltedHmac(legacySalt, latin1.decode(data), key.secret, 'sha1');
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
