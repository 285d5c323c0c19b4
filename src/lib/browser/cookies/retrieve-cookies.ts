import type { Address } from '../../http/address.ts';
import { MICROS_PER_SECOND, type EpochMicros } from '../../time/instant.ts';
import { compareCookies } from './compare-cookies.ts';
import type { Cookie } from './cookie.ts';
import type { CookieIndex, Entry, Shelf } from './cookie-index.ts';
import type { RefusalReason, SendDecision, SendRefusal } from './decisions.ts';
import { domainMatch } from './domain-match.ts';
import { SEND_STEP } from './draft.ts';
import { partitionKey, type Partition } from './partition.ts';
import { pathMatch } from './path-match.ts';
import type { Blocked } from './blocked-by.ts';
import { SAME_SITE_CONTEXT, sameSiteRefusal, type SameSiteContext } from './same-site.ts';

/** Who asks for cookies: a request, or a script through `document.cookie`. */
export interface Getter {
	readonly address: Address;
	readonly now: EpochMicros;
	readonly sameSite: SameSiteContext;
	readonly partition: Partition | null;
	readonly blocked: Blocked;
	readonly fromScript: boolean;
}

export interface Retrieved {
	/** The Cookie header's value; "" for none. */
	readonly header: string;
	/** In the order of sending: each cookie of the site and partition, sent or withheld. */
	readonly decisions: SendDecision[];
	/** The cookies sent whose last access is to be noted. */
	readonly used: readonly Cookie[];
}

/** Not in the draft: how long a cookie without SameSite goes along with cross-site top-level POSTs. */
export const LAX_ALLOWING_UNSAFE = 120 * MICROS_PER_SECOND;
/** Not in the draft: a use is noted only when the last one noted is this long ago. */
const ACCESS_THRESHOLD = 60 * MICROS_PER_SECOND;

/** Section 5.8.3: which cookies a request carries. Expired ones are passed over. */
export function retrieveCookies(index: CookieIndex, getter: Getter): Retrieved {
	const { now } = getter;
	const decisions: SendDecision[] = [];
	const used: Cookie[] = [];
	let header = '';
	for (const { cookie, serialized, sent } of considered(index, getter)) {
		if (cookie.expires !== null && cookie.expires <= now) continue;
		const reasons = sendRefusals(cookie, getter);
		if (reasons) {
			decisions.push({ outcome: 'withheld', cookie, reasons });
			continue;
		}
		decisions.push(sent);
		header = header === '' ? serialized : `${header}; ${serialized}`;
		if (now - cookie.lastAccess >= ACCESS_THRESHOLD) used.push(cookie);
	}
	return { header, decisions, used };
}

/** The cookies of the request's site, with those of its partition among them by age. */
function considered(index: CookieIndex, { address, partition }: Getter): Shelf {
	const plain = index.shelf(address.siteHost, '');
	if (!index.hasPartitions || !partition) return plain;
	const own = index.shelf(address.siteHost, partitionKey(partition));
	if (own.length === 0) return plain;
	return [...plain, ...own].sort((a: Entry, b: Entry) => compareCookies(a.cookie, b.cookie));
}

type Reasons = RefusalReason<SendRefusal>[] | null;

/** All requirements that a cookie does not meet; `null` when it is sent. */
function sendRefusals(cookie: Cookie, { address, blocked, fromScript, sameSite, now }: Getter): Reasons {
	let reasons: Reasons = null;
	if (fromScript && cookie.httpOnly) reasons = also(reasons, 'HttpOnly');
	if (cookie.secure && !address.secure) reasons = also(reasons, 'SecureOnly');
	if (cookie.hostOnly ? address.host !== cookie.domain : !domainMatch(address.host, cookie.domain)) {
		reasons = also(reasons, 'DomainMismatch');
	}
	if (!pathMatch(address.path, cookie.path)) reasons = also(reasons, 'NotOnPath');
	if (
		sameSite !== SAME_SITE_CONTEXT.strict &&
		cookie.sameSite !== 'none' &&
		sameSite < neededContext(cookie, now)
	) {
		reasons = also(reasons, sameSiteRefusal(cookie.sameSite));
	}
	if (blocked === 'all' || (blocked === 'unpartitioned' && !cookie.partition)) {
		reasons = also(reasons, 'UserPreferences');
	}
	return reasons;
}

function also(reasons: Reasons, reason: SendRefusal): Reasons {
	const found = { reason, step: SEND_STEP };
	if (!reasons) return [found];
	reasons.push(found);
	return reasons;
}

/** How near a request must be to carry a cookie. */
function neededContext({ sameSite, created }: Cookie, now: EpochMicros): SameSiteContext {
	if (sameSite === 'strict') return SAME_SITE_CONTEXT.strict;
	const young = sameSite === null && now - created <= LAX_ALLOWING_UNSAFE;
	return young ? SAME_SITE_CONTEXT.laxUnsafeMethod : SAME_SITE_CONTEXT.lax;
}
