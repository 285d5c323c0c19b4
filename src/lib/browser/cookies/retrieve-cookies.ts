import { isTrustworthy } from '../../http/site.ts';
import type { EpochMicros } from '../../time/instant.ts';
import type { Cookie } from './cookie.ts';
import type { RefusalReason, SendDecision, SendRefusal } from './decisions.ts';
import { domainMatch } from './domain.ts';
import { hasExpired } from './eviction.ts';
import { pathMatch } from './path.ts';
import type { CookieContext } from './request-context.ts';
import { sameSiteSendRefusal } from './same-site.ts';

/** What retrieval works with. */
export interface RetrieveSite {
	readonly context: CookieContext;
	readonly now: EpochMicros;
	/** Whether the user's settings keep cookies back here. */
	refuses(context: CookieContext, partitioned: boolean): boolean;
}

/**
 * Decides of each cookie of a site whether it goes along (section 5.8.3). The cookies come in sending order and are
 * decided in it; an expired one is passed over. All reasons that apply are told.
 */
export function retrieveCookies(cookies: readonly Cookie[], site: RetrieveSite): SendDecision[] {
	const { context, now } = site;
	const host = context.url.hostname;
	const path = context.url.pathname;
	const secure = isTrustworthy(context.url);
	const blocked = site.refuses(context, false);
	const blockedPartitioned = site.refuses(context, true);
	const decisions: SendDecision[] = [];
	for (const cookie of cookies) {
		if (hasExpired(cookie, now)) continue;
		const sendable =
			(cookie.hostOnly ? host === cookie.domain : domainMatch(host, cookie.domain)) &&
			pathMatch(path, cookie.path) &&
			(secure || !cookie.secure) &&
			!(cookie.httpOnly && context.script) &&
			!(cookie.partition ? blockedPartitioned : blocked) &&
			sameSiteSendRefusal(cookie, context.sameSite, now) === null;
		decisions.push(
			sendable
				? { outcome: 'sent', cookie }
				: { outcome: 'withheld', cookie, reasons: refusals(cookie, site, secure) }
		);
	}
	return decisions;
}

function refusals(cookie: Cookie, site: RetrieveSite, secure: boolean): RefusalReason<SendRefusal>[] {
	const { context, now } = site;
	const { hostname, pathname } = context.url;
	const reasons: RefusalReason<SendRefusal>[] = [];
	const add = (reason: SendRefusal, step: string | null) => reasons.push({ reason, step });
	if (site.refuses(context, cookie.partition !== undefined)) add('UserPreferences', '5.8.3');
	const inDomain = cookie.hostOnly ? hostname === cookie.domain : domainMatch(hostname, cookie.domain);
	if (!inDomain) add('DomainMismatch', '5.8.3.1.1');
	if (!pathMatch(pathname, cookie.path)) add('NotOnPath', '5.8.3.1.3');
	if (cookie.secure && !secure) add('SecureOnly', '5.8.3.1.4');
	if (cookie.httpOnly && context.script) add('HttpOnly', '5.8.3.1.5');
	const sameSite = sameSiteSendRefusal(cookie, context.sameSite, now);
	if (sameSite) add(sameSite, '5.8.3.1.6');
	return reasons;
}

/** The Cookie header, or what `document.cookie` reads (section 5.8.3, step 4). */
export function cookieString(decisions: readonly SendDecision[]): string {
	let text = '';
	for (const { outcome, cookie } of decisions) {
		if (outcome !== 'sent') continue;
		if (text !== '') text += '; ';
		text += cookie.name === '' ? cookie.value : `${cookie.name}=${cookie.value}`;
	}
	return text;
}
