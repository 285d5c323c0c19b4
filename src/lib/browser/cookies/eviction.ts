import { MICROS_PER_SECOND, type EpochMicros } from '../../time/instant.ts';
import type { Cookie, Priority } from './cookie.ts';
import { octetLength } from './parse-set-cookie.ts';

/** The limits of Chromium; the draft asks for at least 50 cookies for a domain and 3,000 in all. */
export const MOST_PER_SITE = 180;
export const KEPT_PER_SITE = 150;
export const MOST_IN_ALL = 3300;
export const KEPT_IN_ALL = 3000;
export const MOST_OCTETS_PER_PARTITION = 10_240;
/** A cookie used within this time is never evicted for the total. */
export const SAFE_FROM_TOTAL = 30 * 24 * 60 * 60 * MICROS_PER_SECOND;

/** What a round of eviction may take, and how many of its priority it leaves. */
interface Round {
	readonly priority: Priority;
	readonly sparesSecure: boolean;
	readonly leaves: number;
}

const ROUNDS: readonly Round[] = [
	{ priority: 'low', sparesSecure: true, leaves: 30 },
	{ priority: 'low', sparesSecure: false, leaves: 30 },
	{ priority: 'medium', sparesSecure: true, leaves: 50 },
	{ priority: 'high', sparesSecure: true, leaves: 70 },
	{ priority: 'medium', sparesSecure: false, leaves: 50 },
	{ priority: 'high', sparesSecure: false, leaves: 70 }
];

/**
 * Section 5.7, on removing excess cookies: what must go of the unexpired cookies of one site, subdomains and paths
 * together, when they are too many.
 */
export function excessOfSite(cookies: readonly Cookie[]): Cookie[] {
	if (cookies.length <= MOST_PER_SITE) return [];
	let kept = leastRecentlyUsedFirst(cookies);
	for (const round of ROUNDS) {
		const goes = new Set(takenByRound(kept, round, kept.length - KEPT_PER_SITE));
		kept = kept.filter((cookie) => !goes.has(cookie));
	}
	const stays = new Set(kept);
	return cookies.filter((cookie) => !stays.has(cookie));
}

function takenByRound(kept: readonly Cookie[], { priority, sparesSecure, leaves }: Round, goal: number) {
	const alike = kept.filter((cookie) => cookie.priority === priority);
	if (alike.length <= leaves) return [];
	const spared = sparesSecure ? alike.filter(({ secure }) => secure).length : 0;
	const most = Math.min(goal, alike.length - Math.max(spared, leaves));
	return alike.filter(({ secure }) => !(sparesSecure && secure)).slice(0, Math.max(most, 0));
}

/** What must go of the unexpired cookies of one site in one partition: the least recently used, until the rest fits. */
export function excessOfPartition(cookies: readonly Cookie[]): Cookie[] {
	const octets = (cookie: Cookie) => octetLength(cookie.name) + octetLength(cookie.value);
	let count = cookies.length;
	let sum = cookies.reduce((total, cookie) => total + octets(cookie), 0);
	if (count <= MOST_PER_SITE && sum <= MOST_OCTETS_PER_PARTITION) return [];
	return leastRecentlyUsedFirst(cookies).filter((cookie) => {
		if (count <= MOST_PER_SITE && sum <= MOST_OCTETS_PER_PARTITION) return false;
		count -= 1;
		sum -= octets(cookie);
		return true;
	});
}

/** What must go of all unexpired cookies without a partition: only what was not used for 30 days, plain ones first. */
export function excessInAll(cookies: readonly Cookie[], now: EpochMicros): Cookie[] {
	if (cookies.length <= MOST_IN_ALL) return [];
	const goal = cookies.length - KEPT_IN_ALL;
	const unused = leastRecentlyUsedFirst(cookies).filter(
		({ lastAccess }) => lastAccess < now - SAFE_FROM_TOTAL
	);
	const plainFirst = [...unused.filter(({ secure }) => !secure), ...unused.filter(({ secure }) => secure)];
	return plainFirst.slice(0, goal);
}

function leastRecentlyUsedFirst(cookies: readonly Cookie[]): Cookie[] {
	return [...cookies].sort(
		(a, b) => a.lastAccess - b.lastAccess || a.created - b.created || a.order - b.order
	);
}
