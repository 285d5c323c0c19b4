import type { CacheEntry } from '../django/cache/cache.ts';
import { readPickle } from '../django/pickle/read-pickle.ts';
import type { Disk, ServerProcess } from '../django/server.ts';
import { formatSqlInstant, type EpochMicros } from '../time/instant.ts';
import { DEFAULT_DATABASE } from './databases.ts';
import type { CacheEntryView, SessionFileView, SessionRow, StoreView } from './projection.ts';
import { listedRows, type RawSessionRow } from './session-rows.ts';
import type { World } from './world.ts';

/** At most this many files and cache entries are listed. */
const LISTED = 200;
/** Where files lie when `SESSION_FILE_PATH` names no folder. */
const TEMPORARY = '/tmp';

type Decode = ServerProcess['decodeSession'];

/** What the engines have stored: the table, the cache of the server's process, the session files. */
export function storeView({ server }: World, now: EpochMicros): StoreView {
	const { process, disk } = server;
	const listed = listedRows(server.databases.get(DEFAULT_DATABASE));
	const engine = process.settings['SESSION_ENGINE'];
	const path = process.settings['SESSION_FILE_PATH'];
	const folder = typeof path === 'string' && path !== '' ? path : TEMPORARY;
	return {
		engine: typeof engine === 'string' ? engine : null,
		sessions: listed?.rows.map((row) => sessionRow(row, now, process.decodeSession)) ?? null,
		count: listed?.count ?? 0,
		files: disk.list('sessions') ?? [],
		fileFolder: folder,
		sessionFiles: sessionFiles(
			disk,
			folder,
			String(process.settings['SESSION_COOKIE_NAME']),
			process.decodeSession
		),
		cache: process
			.cacheEntries()
			.slice(-LISTED)
			.map((entry) => cacheEntry(entry, now))
	};
}

function sessionRow(
	[sessionKey, sessionData, expireDate]: RawSessionRow,
	now: EpochMicros,
	decode: Decode
): SessionRow {
	const instant = formatSqlInstant(now);
	return {
		sessionKey,
		sessionData,
		expireDate: String(expireDate),
		expired: !(String(expireDate) > instant),
		clearable: String(expireDate) < instant,
		...decoded(sessionData, decode)
	};
}

function sessionFiles(disk: Disk, folder: string, prefix: string, decode: Decode): SessionFileView[] {
	const names = disk.list(folder)?.filter((name) => name.startsWith(prefix)) ?? [];
	return names.slice(0, LISTED).flatMap((name) => {
		const file = disk.read(`${folder}/${name}`);
		if (!file) return [];
		const content = new TextDecoder().decode(file.bytes);
		return { name, content, modified: file.modified, ...decoded(content, decode) };
	});
}

function cacheEntry({ location, key, value, expires }: CacheEntry, now: EpochMicros): CacheEntryView {
	return {
		location,
		key,
		bytes: value.length,
		value: readPickle(value),
		expires: expires as EpochMicros | null,
		expired: expires !== null && expires <= now
	};
}

function decoded(text: string, decode: Decode): Pick<SessionRow, 'decoded' | 'decodeError'> {
	const read = decode(text);
	return 'decoded' in read
		? { decoded: read.decoded, decodeError: null }
		: { decoded: null, decodeError: read.error };
}
