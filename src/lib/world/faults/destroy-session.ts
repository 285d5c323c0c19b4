import { DatabaseError } from '../../database/database.ts';
import { DEFAULT_DATABASE } from '../databases.ts';
import type { SimulatedServer } from '../simulated-server.ts';
import type { SessionPlace } from './fault-events.ts';

/** What Django puts before the key of a session in a cache. */
const CACHE_KEY = /django\.contrib\.sessions\.(?:cached_db|cache)(.+)$/;

/** Removes a session wherever the server keeps one of that key. @returns where it was */
export function destroySession(server: SimulatedServer, key: string): readonly SessionPlace[] {
	const places: SessionPlace[] = [];
	if (removeRow(server, key)) places.push('row');
	if (removeFile(server, key)) places.push('file');
	if (removeEntries(server, key)) places.push('cache');
	return places;
}

function removeRow({ databases }: SimulatedServer, key: string): boolean {
	try {
		return databases.get(DEFAULT_DATABASE).run('DELETE FROM django_session WHERE session_key = ?', [key]) > 0;
	} catch (error) {
		if (error instanceof DatabaseError) return false;
		throw error;
	}
}

function removeFile({ disk, process }: SimulatedServer, key: string): boolean {
	const { SESSION_FILE_PATH: path, SESSION_COOKIE_NAME: name } = process.settings;
	const folder = typeof path === 'string' && path !== '' ? path : '/tmp';
	return disk.remove(`${folder}/${String(name)}${key}`);
}

function removeEntries({ workers }: SimulatedServer, key: string): boolean {
	const forgotten = workers.all.flatMap((worker) =>
		worker
			.cacheEntries()
			.filter((entry) => CACHE_KEY.exec(entry.key)?.[1] === key)
			.filter((entry) => worker.forgetEntry(entry.key))
	);
	return forgotten.length > 0;
}
