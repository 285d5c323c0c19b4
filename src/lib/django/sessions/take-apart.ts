import { instant, MICROS_PER_SECOND, type EpochMicros } from '../../time/instant.ts';
import { b64Decode } from '../base64.ts';
import { saltedHmac, sameSignature, type Algorithm } from '../crypto.ts';
import { readPickle } from '../pickle/read-pickle.ts';
import { b62Decode } from '../base62.ts';
import { signature, unpackPayload } from '../signing.ts';

/** What a signature verifies under: which of Django's salts, and which key. */
export interface SignedAs {
	/** As people know it: "session_data", "a signed_cookies session", "the signed cookie visits", … */
	readonly what: string;
	readonly salt: string;
	readonly by: 'SECRET_KEY' | 'SECRET_KEY_FALLBACKS';
}

/** A text taken apart into what Django wrote into it. */
export type TakenApart =
	| {
			readonly kind: 'signed';
			readonly payload: string;
			/** A leading dot: the data went through zlib. */
			readonly compressed: boolean;
			/** What the payload says: JSON, or a pickle as a Python literal; the payload itself where it is no base64. */
			readonly data: string;
			readonly format: 'JSON' | 'pickle' | 'text';
			readonly timestamp: string;
			readonly signedAt: EpochMicros | null;
			readonly signature: string;
			/** `null`: it verifies under none of the keys and salts that were tried. */
			readonly signedAs: SignedAs | null;
	  }
	| {
			/** Base64 of `hash:data`, as Django 3.0 and older wrote it. */
			readonly kind: 'legacy';
			readonly hash: string;
			readonly data: string;
			readonly format: 'JSON' | 'pickle' | 'text';
			readonly valid: boolean;
	  }
	| { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

export type UnreadableReason = 'Empty' | 'SessionKey' | 'Unsigned' | 'NotThisFormat';

/** Under what a signature is tried. */
export interface TakeApartKeys {
	readonly secret: string;
	readonly fallbacks: readonly string[];
	/** Names that the text may have as a cookie: a cookie's name is part of its salt. */
	readonly cookieNames: readonly string[];
	/** The `salt` of `set_signed_cookie`, or any other salt; `''` for none. */
	readonly salt: string;
}

const SIGNED = /^(.*):([0-9A-Za-z]+):([\w-]{27}|[\w-]{43})$/s;
const utf8 = new TextDecoder('utf-8', { fatal: true });
const latin1 = new TextDecoder('latin1');

/**
 * Takes a pasted `session_data`, a session cookie of signed_cookies or a signed cookie apart. A whole row of the table,
 * `name=value` and quotes around the text are understood.
 */
export function takeApart(pasted: string, keys: TakeApartKeys): TakenApart {
	const [name, texts] = candidates(pasted);
	if (texts.length === 0) return { kind: 'unreadable', reason: 'Empty' };
	const cookieNames = name === null ? keys.cookieNames : [name, ...keys.cookieNames];
	for (const text of texts) {
		const read = readSigned(text, { ...keys, cookieNames }) ?? readLegacy(text, keys.secret);
		if (read) return read;
	}
	return { kind: 'unreadable', reason: whyNot(texts) };
}

/** A cookie's name, where one is given, and the pieces of the text that may be it. */
function candidates(pasted: string): [name: string | null, texts: string[]] {
	const line = pasted.trim().replace(/^(?:Set-)?Cookie:\s*/i, '');
	const cookie = /^([\w.-]+)=("?)([^;"]*)\2(?:;|$)/.exec(line);
	if (cookie?.[3]?.includes(':')) return [cookie[1] ?? null, [cookie[3]]];
	const bare = line.replace(/^(['"])(.*)\1$/s, '$2').replaceAll(/\s*\n\s*/g, '');
	if (bare === '') return [null, []];
	return [null, [...new Set([bare, ...line.split(/[\s|]+/).filter(Boolean)])]];
}

function readSigned(text: string, keys: TakeApartKeys): TakenApart | null {
	const [, payload, timestamp, given] = SIGNED.exec(text) ?? [];
	if (payload === undefined || timestamp === undefined || given === undefined) return null;
	const signedAs = verify(`${payload}:${timestamp}`, given, keys);
	const asText = signedAs?.what.startsWith('the signed cookie') === true;
	const bytes = asText ? null : unpackPayload(payload);
	const read = bytes && readData(bytes);
	const seconds = b62Decode(timestamp);
	return {
		kind: 'signed',
		payload,
		compressed: read !== null && payload.startsWith('.'),
		...(read ?? { data: payload, format: 'text' }),
		timestamp,
		signedAt: Number.isSafeInteger(seconds * MICROS_PER_SECOND) ? instant(seconds * MICROS_PER_SECOND) : null,
		signature: given,
		signedAs
	};
}

function readLegacy(text: string, secret: string): TakenApart | null {
	const bytes = b64Decode(text);
	const colon = bytes?.indexOf(58) ?? -1;
	if (!bytes || colon !== 40) return null;
	const hash = latin1.decode(bytes.slice(0, colon));
	if (!/^[0-9a-f]{40}$/.test(hash)) return null;
	const content = bytes.slice(colon + 1);
	const { data, format } = readData(content) ?? { data: latin1.decode(content), format: 'text' as const };
	const digest = saltedHmac('django.contrib.sessionsSessionStore', latin1.decode(content), secret, 'sha1');
	const own = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return { kind: 'legacy', hash, data, format, valid: sameSignature(hash, own) };
}

/** JSON text as it stands, a pickle as a Python literal; `null` when it is neither. */
function readData(bytes: Uint8Array): { data: string; format: 'JSON' | 'pickle' } | null {
	if (bytes[0] === 0x80) {
		const data = readPickle(bytes);
		return data === null ? null : { data, format: 'pickle' };
	}
	try {
		const data = utf8.decode(bytes);
		JSON.parse(data);
		return { data, format: 'JSON' };
	} catch {
		return null;
	}
}

/** Tries the salts that Django signs with. */
function verify(
	value: string,
	given: string,
	{ secret, fallbacks, cookieNames, salt }: TakeApartKeys
): SignedAs | null {
	const algorithm: Algorithm = given.length === 27 ? 'sha1' : 'sha256';
	const salts = [...dumpsSalts(salt), ...cookieSalts(cookieNames, salt)];
	for (const [at, key] of [secret, ...fallbacks].entries()) {
		for (const { what, salt: tried, prefix } of salts) {
			if (!sameSignature(given, signature(value, tried, prefix + key, algorithm))) continue;
			return { what, salt: tried, by: at === 0 ? 'SECRET_KEY' : 'SECRET_KEY_FALLBACKS' };
		}
	}
	return null;
}

interface Salt {
	readonly what: string;
	readonly salt: string;
	/** What stands before the key: cookies have a key of their own. */
	readonly prefix: string;
}

function dumpsSalts(own: string): Salt[] {
	const salts: Salt[] = [
		{ what: 'session_data', salt: 'django.contrib.sessions.SessionStore', prefix: '' },
		{
			what: 'a session of signed_cookies',
			salt: 'django.contrib.sessions.backends.signed_cookies',
			prefix: ''
		},
		{ what: 'messages in a cookie', salt: 'django.contrib.messages', prefix: 'django.http.cookies' },
		{ what: 'signing.dumps', salt: 'django.core.signing', prefix: '' }
	];
	return own === ''
		? salts
		: [...salts, { what: `signing.dumps with the salt ${own}`, salt: own, prefix: '' }];
}

function cookieSalts(names: readonly string[], own: string): Salt[] {
	const salts = own === '' ? [''] : [own, ''];
	return names.flatMap((name) =>
		salts
			.flatMap((salt) => [`django.http.cookies.v2:${salt.length}:${salt}${name}`, name + salt])
			.map((salt) => ({ what: `the signed cookie ${name}`, salt, prefix: 'django.http.cookies' }))
	);
}

function whyNot(texts: readonly string[]): UnreadableReason {
	if (texts.some((text) => /^[a-z0-9]{32}$/.test(text))) return 'SessionKey';
	return texts.some((text) => /^[\w+/=.-]+$/.test(text)) ? 'Unsigned' : 'NotThisFormat';
}
