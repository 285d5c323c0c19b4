import type { BrowserEvent } from '../browser/events.ts';
import type { RefusalReason } from '../browser/cookies/decisions.ts';
import { SEND_REFUSALS, STORE_REFUSALS } from './cookies.ts';
import type { Entries } from './entries.ts';
import type { Explanation } from './explanation.ts';
import { LINKS } from './links.ts';
import { listed, sayInstant } from './text.ts';

/** What the jar decided about single cookies. */
export const JAR: Entries<Extract<BrowserEvent['type'], `cookie.${string}`>> = {
	'cookie.attached': ({ decision: { cookie } }) => ({
		title: `${cookie.name} goes along`,
		sentence: `The cookie ${cookie.name} fits this address, so the browser sends it.`,
		detail: 'Host, path, scheme and SameSite all agree. The server gets name and value, not the attributes.',
		link: LINKS.sending
	}),
	'cookie.withheld': ({ decision: { cookie, reasons } }) => ({
		title: `${cookie.name} stays in the jar`,
		sentence: `The browser did not send ${cookie.name || 'it'}: ${because(reasons, SEND_REFUSALS)}.`,
		detail: detail(
			reasons,
			SEND_REFUSALS,
			'The server cannot tell a cookie that was held back from one that was never there.'
		),
		link: reasons[0] ? SEND_REFUSALS[reasons[0].reason].link : LINKS.sending
	}),
	'cookie.stored': ({ decision: { cookie, replaced } }) => ({
		title: replaced ? `${cookie.name} is replaced` : `${cookie.name} is stored`,
		sentence:
			cookie.expires === null
				? `The browser keeps ${cookie.name} until it closes: the cookie has no date.`
				: `The browser keeps ${cookie.name} until ${sayInstant(cookie.expires)}.`,
		detail: replaced
			? 'A cookie of the same name, domain and path was there. The new one takes its place.'
			: `It will go along with requests to ${cookie.domain}${cookie.path}${cookie.hostOnly ? '' : ' and to its subdomains'}.`,
		link: LINKS.storing
	}),
	'cookie.removed': ({ decision: { name, removed } }) => ({
		title: removed ? `${name} is deleted` : `${name} was not there`,
		sentence: removed
			? `The Set-Cookie has a date in the past, so the browser deletes ${name}.`
			: `The Set-Cookie would delete ${name}, but no cookie of that name, domain and path is in the jar.`,
		detail: 'To delete a cookie, name, domain and path must be those it was set with.',
		link: LINKS.storing
	}),
	'cookie.refused': ({ decision: { name, reasons } }) => ({
		title: `${name || 'A cookie'} is refused`,
		sentence: `The browser did not store ${name || 'the cookie'}: ${because(reasons, STORE_REFUSALS)}.`,
		detail: detail(
			reasons,
			STORE_REFUSALS,
			'The server hears nothing of it. It sees only that the cookie does not come back.'
		),
		link: reasons[0] ? STORE_REFUSALS[reasons[0].reason].link : LINKS.storing
	}),
	'cookie.evicted': ({ cookie }) => ({
		title: `${cookie.name} makes room`,
		sentence: `The jar was full for this site, so the browser threw out ${cookie.name}.`,
		detail: 'A browser keeps only so many cookies for each site. The least important and oldest go first.',
		link: LINKS.storing
	}),
	'cookie.expired': ({ cookie }) => ({
		title: `${cookie.name} has expired`,
		sentence: `The lifetime of ${cookie.name} ended, so the browser removed it from the jar.`,
		detail: 'The browser does this by itself. The row on the server is another matter.',
		link: LINKS.storing
	})
};

/** The sentences of all reasons, each with Chrome's name: "it is Secure, and this connection is not (SecureOnly)". */
function because<Name extends string>(
	reasons: readonly RefusalReason<Name>[],
	catalogue: Readonly<Record<Name, Explanation>>
): string {
	return listed(reasons.map(({ reason }) => `${catalogue[reason].sentence} (${reason})`));
}

/** What there is to know of the first reason, and of refusals at large. */
function detail<Name extends string>(
	reasons: readonly RefusalReason<Name>[],
	catalogue: Readonly<Record<Name, Explanation>>,
	atLarge: string
): string {
	const [first] = reasons;
	return first ? `${catalogue[first.reason].detail} ${atLarge}` : atLarge;
}
