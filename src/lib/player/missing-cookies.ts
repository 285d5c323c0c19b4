import type { Cookie } from '../browser/cookies/cookie.ts';
import { explain } from '../explain/explain.ts';
import type { WorldEvent } from '../world/events.ts';
import type { ProfileView } from '../world/projection.ts';

/** A cookie that somebody may look for in vain. */
export interface MissingCookie {
	readonly name: string;
	/** Chrome's names of the reasons, or a word of our own. */
	readonly reason: string;
	readonly sentence: string;
	/** The event that says so, by its `seq`. */
	readonly seq: number;
}

/** At most so many are listed, the latest first. */
const MOST = 30;

/** Why cookies are not in a jar, or did not go along: from all events so far, for one browser. */
export function missingCookies(events: readonly WorldEvent[], profile: ProfileView): MissingCookie[] {
	const found: MissingCookie[] = [];
	const storedLater = new Set<string>();
	for (const event of events.toReversed()) {
		if (event.profile !== profile.name || found.length >= MOST) continue;
		if (event.type === 'cookie.stored') storedLater.add(event.decision.cookie.name);
		for (const [name, reason] of lossesIn(event)) {
			const back = isBack(event, name);
			const known = found.some((other) => other.name === name && other.reason === reason);
			if (!back && !known) found.push({ name, reason, sentence: explain(event).sentence, seq: event.seq });
		}
	}
	return found;

	/** A refused cookie can leave an older one of its name in the jar; only a later one makes up for it. */
	function isBack({ type }: WorldEvent, name: string): boolean {
		if (type === 'cookie.withheld') return false;
		if (type === 'cookie.refused') return storedLater.has(name);
		return profile.cookies.some((cookie) => cookie.name === name);
	}
}

function lossesIn(event: WorldEvent): (readonly [name: string, reason: string])[] {
	switch (event.type) {
		case 'cookie.refused':
			return [[event.decision.name, event.decision.reasons.map(({ reason }) => reason).join(', ')]];
		case 'cookie.withheld':
			return [[event.decision.cookie.name, event.decision.reasons.map(({ reason }) => reason).join(', ')]];
		case 'cookie.removed':
			return event.decision.removed ? [[event.decision.name, 'Deleted by the server']] : [];
		case 'cookie.expired':
			return [[event.cookie.name, 'Expired']];
		case 'cookie.evicted':
			return [[event.cookie.name, 'Evicted']];
		case 'cookie.cleared':
			return names(event.cookies, 'Deleted by hand');
		case 'browser.closed':
			return names(event.dropped, 'Ended with the browser');
		default:
			return [];
	}
}

function names(cookies: readonly Cookie[], reason: string) {
	return cookies.map(({ name }) => [name, reason] as const);
}
