import type { UnreadableReason } from '$lib/django/sessions/take-apart.ts';

/** Why a pasted text cannot be taken apart, and what to paste instead. */
export function unreadableText(reason: UnreadableReason): string {
	switch (reason) {
		case 'Empty':
			return 'Paste a session_data column or a signed cookie above; its parts appear here.';
		case 'SessionKey':
			return 'This is a session key. It holds no data: the data stands in the row, file or cache entry of that key.';
		case 'Unsigned':
			return 'This has no timestamp and no signature, so Django did not sign it. session_data is payload:timestamp:signature; the old kind is base64 of hash:data. Was the end cut off?';
		case 'NotThisFormat':
			return 'This is not what Django writes for a session: neither payload:timestamp:signature, nor base64 of a 40-digit hash, a colon and data.';
		default:
			return reason satisfies never;
	}
}
