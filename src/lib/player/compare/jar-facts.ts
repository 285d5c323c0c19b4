import type { Cookie } from '../../browser/cookies/cookie.ts';
import { sayDuration } from '../../time/duration.ts';
import type { WorldEvent } from '../../world/events.ts';
import type { ProfileView, Projection } from '../../world/projection.ts';

/** What happened to the cookies between two looks, each change in a few words. */
export function jarChanges(before: Projection, after: Projection, events: readonly WorldEvent[]): string[] {
	const profiles = [...new Set([...before.profiles, ...after.profiles].map(({ name }) => name))];
	const changes = profiles.flatMap((name) =>
		changesOf(jarOf(before.profiles, name), jarOf(after.profiles, name), after.now).map((text) =>
			name === 'browser' ? text : `${name}: ${text}`
		)
	);
	const refused = events.flatMap((event) =>
		event.type === 'cookie.refused'
			? [`refuses ${event.decision.name}: ${event.decision.reasons.map(({ reason }) => reason).join(', ')}`]
			: []
	);
	return [...changes, ...refused];
}

function jarOf(profiles: readonly ProfileView[], name: string): ReadonlyMap<string, Cookie> {
	const cookies = profiles.find((profile) => profile.name === name)?.cookies ?? [];
	return new Map(cookies.map((cookie) => [`${cookie.name} ${cookie.domain} ${cookie.path}`, cookie]));
}

function changesOf(
	was: ReadonlyMap<string, Cookie>,
	is: ReadonlyMap<string, Cookie>,
	now: Projection['now']
): string[] {
	const texts: string[] = [];
	for (const [key, cookie] of is) {
		const old = was.get(key);
		if (!old) texts.push(`gets ${describe(cookie, now)}`);
		else if (old.value !== cookie.value) texts.push(`new value of ${describe(cookie, now)}`);
		else if (old.expires !== cookie.expires) texts.push(`same ${cookie.name}, ${lifetime(cookie, now)}`);
	}
	for (const [key, { name }] of was) if (!is.has(key)) texts.push(`loses ${name}`);
	return texts;
}

function describe(cookie: Cookie, now: Projection['now']): string {
	return `${cookie.name}, ${cookie.value.length} characters, ${lifetime(cookie, now)}`;
}

function lifetime({ expires }: Cookie, now: Projection['now']): string {
	return expires === null ? 'until the browser closes' : `for ${sayDuration(roundedUp(expires - now))}`;
}

/** A lifetime counts from the whole second of the answer, a little before now. */
function roundedUp(micros: number): number {
	return Math.ceil(micros / 1_000_000) * 1_000_000;
}
