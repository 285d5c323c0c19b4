import { DatabaseError, type Database, type SqlValue } from '../database/database.ts';
import { formatSqlInstant, type EpochMicros } from '../time/instant.ts';

/** At most this many rows are listed for the panes. */
const LISTED = 200;

/** A date that was written as a bare number is kept as one by SQLite. */
export type RawSessionRow = readonly [sessionKey: string, sessionData: string, expireDate: string | number];

/**
 * All rows of `django_session` by key, or `null` without the table. `limit` rows at most, where given.
 */
export function sessionRows(database: Database, limit = -1): RawSessionRow[] | null {
	return unlessMissing(() =>
		database
			.all('SELECT session_key, session_data, expire_date FROM django_session ORDER BY session_key LIMIT ?', [
				limit
			])
			.map(([key, data, expires]) => [text(key), text(data), textOrNumber(expires)] as const)
	);
}

/** The rows that the panes list, and how many there are in all. */
export function listedRows(database: Database): { rows: RawSessionRow[]; count: number } | null {
	const rows = sessionRows(database, LISTED);
	if (!rows) return null;
	const count = database.all('SELECT count(*) FROM django_session')[0]?.[0];
	return { rows, count: Number(count) };
}

/** The rows whose `expire_date` the clock passes when it moves from `from` to `to`. */
export function rowsExpiredBetween(
	database: Database,
	from: EpochMicros,
	to: EpochMicros
): { key: string; expireDate: string }[] {
	const rows = unlessMissing(() =>
		database.all(
			'SELECT session_key, expire_date FROM django_session WHERE expire_date > ? AND expire_date <= ? ORDER BY expire_date LIMIT ?',
			[formatSqlInstant(from), formatSqlInstant(to), LISTED]
		)
	);
	return (rows ?? []).map(([key, expires]) => ({ key: text(key), expireDate: text(expires) }));
}

function unlessMissing<T>(read: () => T): T | null {
	try {
		return read();
	} catch (error) {
		if (error instanceof DatabaseError) return null;
		throw error;
	}
}

function textOrNumber(value: SqlValue | undefined): string | number {
	return typeof value === 'number' ? value : text(value);
}

function text(value: SqlValue | undefined): string {
	return value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value ?? '');
}
