import type { Address } from '../../http/address.ts';
import { isIpAddress } from '../../http/site.ts';
import type { RefusalReason, StoreRefusal } from './decisions.ts';
import { STORE_STEP } from './draft.ts';
import type { ParsedSetCookie } from './parse-set-cookie.ts';

/** Section 5.4, in any case. Not in the draft: the last two, which only the server may set. */
const PREFIX = /^__(?:Secure|Host-Http|Http|Host)-/i;

/**
 * Section 5.7, steps 20 to 22: whether a cookie keeps what the prefix of its name promises. A cookie without a name
 * must not look like one with a prefix.
 * @returns why not; `null` when it keeps it
 */
export function prefixRefusal(
	{ name, value, attributes }: ParsedSetCookie,
	address: Address,
	fromScript: boolean
): RefusalReason<StoreRefusal> | null {
	if (name === '') return PREFIX.test(value) ? refused(STORE_STEP.namelessPrefix) : null;
	if (!name.startsWith('__')) return null;
	const prefix = PREFIX.exec(name)?.[0].toLowerCase();
	if (prefix === undefined) return null;
	const { secure, httpOnly, domain, path } = attributes;
	if (!secure || !address.secure) {
		return refused(prefix === '__secure-' ? STORE_STEP.securePrefix : STORE_STEP.hostPrefix);
	}
	if (prefix.includes('http-') && (!httpOnly || fromScript)) return refused(null);
	const ownHost = !domain || (isIpAddress(address.host) && domain === address.host);
	const wantsHost = prefix.startsWith('__host-');
	return wantsHost && !(ownHost && path === '/') ? refused(STORE_STEP.hostPrefix) : null;
}

function refused(step: string | null): RefusalReason<StoreRefusal> {
	return { reason: 'InvalidPrefix', step };
}
