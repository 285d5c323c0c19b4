import { parseAddress } from '../../http/address.ts';
import type { ReferrerPolicy } from '../../http/referrer-policy.ts';

/**
 * The Referer header of a request (W3C Referrer Policy, section 8.3): the whole address of the page without user,
 * password and fragment, its origin alone, or nothing.
 * @returns `null` when the header is left out
 */
export function referrerOf(
	from: string,
	to: string,
	policy: ReferrerPolicy = 'strict-origin-when-cross-origin'
): string | null {
	const { origin, full } = strip(from);
	const same = origin === strip(to).origin;
	const downgrade = parseAddress(from).secure && !parseAddress(to).secure;
	switch (policy) {
		case 'no-referrer':
			return null;
		case 'unsafe-url':
			return full;
		case 'origin':
			return `${origin}/`;
		case 'same-origin':
			return same ? full : null;
		case 'origin-when-cross-origin':
			return same ? full : `${origin}/`;
		case 'no-referrer-when-downgrade':
			return downgrade ? null : full;
		case 'strict-origin':
			return downgrade ? null : `${origin}/`;
		case 'strict-origin-when-cross-origin':
			if (same) return full;
			return downgrade ? null : `${origin}/`;
		default:
			return policy satisfies never;
	}
}

function strip(address: string): { origin: string; full: string } {
	const url = new URL(address);
	return { origin: url.origin, full: `${url.origin}${url.pathname}${url.search}` };
}
