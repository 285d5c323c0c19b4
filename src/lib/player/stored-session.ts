import { takeApart } from '../django/sessions/take-apart.ts';
import { engineName } from '../explain/switches.ts';
import type { ProfileName } from '../world/action.ts';
import type { ExchangeView, Projection } from '../world/projection.ts';
import { sayProfile } from './format.ts';
import { signingKeys } from './signing-keys.ts';

/** A session as it is stored now. */
export interface StoredSession {
	/** Its key; with signed_cookies, where all lies in the jar, the browser. */
	readonly name: string;
	/** The kind of place, in words. */
	readonly place: string;
	/** The data as text; `null`: there is nothing of that name. */
	readonly data: string | null;
}

/** What is stored of the sessions that these exchanges are about, each once. */
export function storedSessions(lanes: readonly ExchangeView[], projection: Projection): StoredSession[] {
	if (engineName(projection.store.engine ?? '') === 'signed_cookies') {
		return [...new Set(lanes.map(({ profile }) => profile))].map((profile) => inJar(profile, projection));
	}
	return [...new Set(lanes.flatMap(keysOf))].map((key) => inStore(key, projection));
}

function keysOf({ session, events }: ExchangeView): string[] {
	const told = events.flatMap((event) => {
		if (event.type === 'session.loaded' || event.type === 'session.saved') return [event.key];
		if (event.type === 'session.attached' && event.key !== null) return [event.key];
		return [];
	});
	return [...told, ...(session?.key ? [session.key] : [])];
}

function inStore(key: string, { store }: Projection): StoredSession {
	const engine = engineName(store.engine ?? '');
	if (engine === 'cache') {
		const entry = store.cache.find((cached) => cached.key.endsWith(key));
		return { name: key, place: 'in the cache', data: entry?.value ?? null };
	}
	if (engine === 'file') {
		const file = store.sessionFiles.find(({ name }) => name.endsWith(key));
		return { name: key, place: 'in its file', data: file ? (file.decoded ?? file.decodeError) : null };
	}
	const row = store.sessions?.find(({ sessionKey }) => sessionKey === key);
	return { name: key, place: 'in the table', data: row ? (row.decoded ?? row.decodeError) : null };
}

function inJar(profile: ProfileName, projection: Projection): StoredSession {
	const cookies = projection.profiles.find(({ name }) => name === profile)?.cookies ?? [];
	const wanted = projection.server.settings.SESSION_COOKIE_NAME;
	const cookie = cookies.find(({ name }) => name === wanted);
	const read = cookie && takeApart(cookie.value, signingKeys(projection));
	const data = read && (read.kind === 'unreadable' ? cookie.value : read.data);
	return { name: sayProfile(profile), place: 'in the cookie', data: data ?? null };
}
