import type { Cookie } from '../cookies/cookie.ts';
import type { StoreDecision } from '../cookies/decisions.ts';
import type { CookieJar } from '../cookies/jar.ts';
import { LONGEST_LIFE } from '../cookies/lifetime.ts';
import { ALLOW_ALL } from '../cookies/preferences.ts';
import { instant, MICROS_PER_SECOND, type EpochMicros } from '../../time/instant.ts';

/** What can be written into a row of Application › Cookies. */
export type EditedCookie = Pick<
	Cookie,
	| 'name'
	| 'value'
	| 'domain'
	| 'hostOnly'
	| 'path'
	| 'expires'
	| 'secure'
	| 'httpOnly'
	| 'sameSite'
	| 'priority'
>;

/**
 * Edits or adds a cookie by hand, as Application › Cookies does. The same rules hold as for a response of the cookie's
 * own host; preferences do not count. A cookie that is refused changes nothing.
 * @param old the row that is edited, or `null` for a new one; it keeps its partition
 * @returns what became of it; `header` is the line that the row stands for
 */
export function editCookie(
	jar: CookieJar,
	old: Cookie | null,
	edited: EditedCookie,
	now: EpochMicros
): StoreDecision {
	const header = lineOf(edited, old, now);
	const { name, value, path, expires } = edited;
	if (breaksLine(name, '=') || breaksLine(value) || breaksLine(path)) {
		return refused(header, name, 'DisallowedCharacter');
	}
	const url = `${edited.secure ? 'https' : 'http'}://${edited.domain}/`;
	if (!URL.canParse(url)) return refused(header, name, 'InvalidDomain');
	if (old) jar.remove(old);
	const decision = storeUnblocked(jar, header, url, now);
	if (decision.outcome === 'refused') {
		if (old) jar.replace(null, old);
		return decision;
	}
	if (decision.outcome === 'deleted') return { ...decision, removed: decision.removed ?? old };
	const exact = {
		...decision.cookie,
		expires: expires === null ? null : instant(Math.min(expires, now + LONGEST_LIFE)),
		...(old?.partition && { partition: old.partition })
	};
	return { ...decision, cookie: jar.replace(decision.cookie, exact), replaced: decision.replaced ?? old };
}

function storeUnblocked(jar: CookieJar, header: string, url: string, now: EpochMicros): StoreDecision {
	const { preferences } = jar;
	jar.preferences = ALLOW_ALL;
	try {
		const [decision] = jar.receive([header], { url, kind: 'navigate' }, now);
		if (!decision) throw new Error('A line has a decision');
		return decision;
	} finally {
		jar.preferences = preferences;
	}
}

/** The Set-Cookie line that makes such a cookie. */
function lineOf(edited: EditedCookie, old: Cookie | null, now: EpochMicros): string {
	const { name, value, domain, path, expires, sameSite, priority } = edited;
	return [
		`${name}=${value}`,
		...(edited.hostOnly ? [] : [`Domain=${domain}`]),
		`Path=${path}`,
		...(expires === null ? [] : [`Max-Age=${Math.ceil((expires - now) / MICROS_PER_SECOND)}`]),
		...(edited.secure ? ['Secure'] : []),
		...(edited.httpOnly ? ['HttpOnly'] : []),
		...(sameSite === null ? [] : [`SameSite=${sameSite}`]),
		`Priority=${priority}`,
		...(old?.partition ? ['Partitioned'] : [])
	].join('; ');
}

/** Whether a text would end its place in the line, or lose its blanks at the ends. */
function breaksLine(text: string, alsoEnds = ';'): boolean {
	return text.includes(';') || text.includes(alsoEnds) || /^[ \t]|[ \t]$/.test(text);
}

function refused(
	header: string,
	name: string,
	reason: 'DisallowedCharacter' | 'InvalidDomain'
): StoreDecision {
	return { outcome: 'refused', line: 0, header, name, reasons: [{ reason, step: null }] };
}
