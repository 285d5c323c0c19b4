import { b62Encode } from '../../django/base62.ts';
import { DjangoError } from '../../django/error.ts';
import type { Algorithm } from '../../django/crypto.ts';
import {
	packPayload,
	signature,
	timestampUnsign,
	unpackPayload,
	unsign,
	type SigningKey
} from '../../django/signing.ts';
import { wholeSeconds, type EpochMicros } from '../../time/instant.ts';
import type { BridgeFunction } from '../interpreter/python-space.ts';

type TellKey = [secret: string, fallbacks: string[], algorithm: Algorithm];

/** What `django.core.signing` asks of the host. */
export function signingBridge(now: () => EpochMicros): Readonly<Record<string, BridgeFunction>> {
	return {
		'signing.signature': (value: string, salt: string, secret: string, algorithm: Algorithm) =>
			signature(value, salt, secret, algorithm),
		'signing.unsign': (signed: string, salt: string, key: TellKey, sep: string) =>
			told(unsign(signed, salt, keyOf(key), sep)),
		'signing.timestamp_unsign': (
			signed: string,
			salt: string,
			key: TellKey,
			sep: string,
			maxAge: number | null,
			maxAgeText: string
		) => told(timestampUnsign(signed, salt, keyOf(key), maxAge, now(), sep, maxAgeText)),
		'signing.timestamp': () => b62Encode(wholeSeconds(now())),
		'signing.pack': (data: string | Uint8Array, compress: boolean) =>
			packPayload(typeof data === 'string' ? new TextEncoder().encode(data) : data, compress),
		'signing.unpack': (payload: string) => {
			const data = unpackPayload(payload);
			if (data) return data;
			throw new DjangoError('binascii.Error', 'Incorrect padding');
		}
	};
}

function keyOf([secret, fallbacks, algorithm]: TellKey): SigningKey {
	return { secret, fallbacks, algorithm };
}

function told(read: { value: string } | { refused: string; message: string }): [string, string] {
	return 'refused' in read ? [read.refused, read.message] : ['ok', read.value];
}
