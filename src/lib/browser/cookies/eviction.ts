import type { EpochMicros } from '../../time/instant.ts';
import type { Cookie, Priority } from './cookie.ts';
import { octets } from './parse-set-cookie.ts';

/** Chromium's numbers; the draft asks for at least 50 per domain and 3,000 in all (section 6.1). */
const MOST_PER_DOMAIN = 180;
const LEFT_PER_DOMAIN = 150;
const MOST_IN_ALL = 3_300;
const LEFT_IN_ALL = 3_000;
const MOST_OCTETS_PER_PARTITION = 10_240;
const UNUSED_MICROS = 30 * 86_400 * 1_000_000;

/** So many of a priority are never taken by its own rounds. */
const KEPT: Readonly<Record<Priority, number>> = { low: 30, medium: 50, high: 70 };

interface Round {
	readonly priority: Priority;
	/** `null`: secure and not. */
	readonly secure: boolean | null;
}

const ROUNDS: readonly Round[] = [
	{ priority: 'low', secure: null },
	{ priority: 'medium', secure: false },
	{ priority: 'high', secure: false },
	{ priority: 'medium', secure: true },
	{ priority: 'high', secure: true }
];

/**
 * Which cookies of one registrable domain must go after another was stored: none up to 180; then expired ones, then
 * the least recently used, in rounds of rising priority, until 150 are left.
 */
export function evictFromDomain(cookies: readonly Cookie[], now: EpochMicros): Cookie[] {
	if (cookies.length <= MOST_PER_DOMAIN) return [];
	const expired = cookies.filter((cookie) => hasExpired(cookie, now));
	const doomed = new Set(expired);
	for (const round of ROUNDS) {
		const excess = cookies.length - doomed.size - LEFT_PER_DOMAIN;
		if (excess <= 0) break;
		for (const cookie of takenBy(round, cookies, doomed, excess)) doomed.add(cookie);
	}
	return [...doomed];
}

function takenBy(
	{ priority, secure }: Round,
	cookies: readonly Cookie[],
	doomed: ReadonlySet<Cookie>,
	excess: number
): Cookie[] {
	const ofPriority = cookies.filter((cookie) => cookie.priority === priority && !doomed.has(cookie));
	const most = Math.min(excess, ofPriority.length - KEPT[priority]);
	if (most <= 0) return [];
	return ofPriority
		.filter((cookie) => secure === null || cookie.secure === secure)
		.sort(leastRecentlyUsed)
		.slice(0, most);
}

/**
 * Which cookies of one partition and domain must go: the oldest, just until 180 cookies and 10,240 octets of names
 * and values are left.
 */
export function evictFromPartition(cookies: readonly Cookie[]): Cookie[] {
	let count = cookies.length;
	let size = cookies.reduce((sum, cookie) => sum + sizeOf(cookie), 0);
	const doomed: Cookie[] = [];
	for (const cookie of [...cookies].sort(leastRecentlyUsed)) {
		if (count <= MOST_PER_DOMAIN && size <= MOST_OCTETS_PER_PARTITION) break;
		doomed.push(cookie);
		count -= 1;
		size -= sizeOf(cookie);
	}
	return doomed;
}

/** Which cookies must go when there are more than 3,300 in all: those unused for 30 days, until 3,000 are left. */
export function evictFromAll(count: number, all: () => readonly Cookie[], now: EpochMicros): Cookie[] {
	if (count <= MOST_IN_ALL) return [];
	const unused = all().filter(
		(cookie) => cookie.partition === undefined && now - cookie.lastAccess >= UNUSED_MICROS
	);
	return unused.sort(leastRecentlyUsed).slice(0, count - LEFT_IN_ALL);
}

export function hasExpired({ expires }: Cookie, now: EpochMicros): boolean {
	return expires !== null && expires <= now;
}

function leastRecentlyUsed(one: Cookie, other: Cookie): number {
	return one.lastAccess - other.lastAccess || one.order - other.order;
}

function sizeOf({ name, value }: Cookie): number {
	return octets(name) + octets(value);
}
