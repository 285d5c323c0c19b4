import { fitMessages } from '../../django/messages/fit-messages.ts';
import { packPayload, timestampSign, type SigningKey } from '../../django/signing.ts';
import type { VersionBehaviour } from '../../django/versions.ts';
import type { EpochMicros } from '../../time/instant.ts';
import type { BridgeFunction } from '../interpreter/python-space.ts';

const utf8 = new TextEncoder();

/** What `django.contrib.messages` asks of the host. */
export function messagesBridge(
	version: VersionBehaviour,
	now: () => EpochMicros
): Readonly<Record<string, BridgeFunction>> {
	return {
		/** As JSON: the cookie's text or null, and how many messages did not fit. */
		'messages.fit': (
			messages: readonly string[],
			keepNewest: boolean,
			salt: string,
			[secret, fallbacks, algorithm]: [string, string[], SigningKey['algorithm']]
		) => {
			const key = { secret, fallbacks, algorithm };
			const encode = (json: string) => timestampSign(packPayload(utf8.encode(json), true), salt, key, now());
			const { cookie, left } = fitMessages(messages, encode, keepNewest, version.messagesBisect);
			return JSON.stringify([cookie, left]);
		}
	};
}
