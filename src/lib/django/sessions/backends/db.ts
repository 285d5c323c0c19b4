import { DjangoError } from '../../error.ts';
import {
	createError,
	createUntilFree,
	updateError,
	type EngineContext,
	type SessionEngine
} from '../engine.ts';
import type { SessionSelf } from '../session-self.ts';

const TABLE = '"django_session"';
const KEY = `${TABLE}."session_key"`;
const EXPIRE = `${TABLE}."expire_date"`;
const COLUMNS = `${KEY}, ${TABLE}."session_data", ${EXPIRE}`;

/** A date as Django writes it, and one that is surely a moment. */
const AS_WRITTEN = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8]) /;

/** A row of `django_session`. */
export interface SessionTableRow {
	readonly data: string;
	readonly expires: string;
}

/** The row of a key that has not expired; without one, the session has no key any more. */
export function liveRow(self: SessionSelf<unknown>, context: EngineContext): SessionTableRow | null {
	const key = self.key;
	const [row] = context.sql.select(
		`SELECT ${COLUMNS} FROM ${TABLE} WHERE (${EXPIRE} > ? AND ${KEY} ${key === null ? 'IS NULL' : '= ?'}) LIMIT 21`,
		[context.nowSql(), ...(key === null ? [] : [key])]
	);
	if (row) {
		const expires = String(row[2]);
		if (!AS_WRITTEN.test(expires)) self.readDate(expires);
		return { data: String(row[1]), expires };
	}
	if (key !== null) context.say({ type: 'session.missed', key, reason: missReason(key, context) });
	self.key = null;
	return null;
}

function missReason(key: string, { sql }: EngineContext): 'Expired' | 'NoSuchSession' {
	const held = sql.quietly(`SELECT 1 FROM ${TABLE} WHERE ${KEY} = ?`, [key]);
	return held.length > 0 ? 'Expired' : 'NoSuchSession';
}

/** Sessions in the table `django_session`: `django.contrib.sessions.backends.db`. */
export const db: SessionEngine = {
	load(self, context) {
		const row = liveRow(self, context);
		return row ? self.decode(row.data) : self.empty();
	},

	exists(key, { sql, version }) {
		const where = key === null ? `${KEY} IS NULL` : `${KEY} = ?`;
		const select = `SELECT ${version.existsColumn} AS "a" FROM ${TABLE} WHERE ${where} LIMIT 1`;
		return sql.select(select, key === null ? [] : [key]).length > 0;
	},

	create(self) {
		createUntilFree(self);
	},

	save(self, mustCreate, context) {
		if (self.key === null) {
			self.create();
			return;
		}
		const data = self.data(mustCreate);
		// Loading may have found the session gone, and its key with it.
		self.key ??= self.newKey();
		saveRow(self, self.encode(data), mustCreate, context);
	},

	remove(self, key, { sql, say }) {
		const doomed = key ?? self.key;
		if (doomed === null) return;
		const found = sql.select(`SELECT ${COLUMNS} FROM ${TABLE} WHERE ${KEY} = ? LIMIT 21`, [doomed]);
		if (found.length === 0) return;
		sql.execute(`DELETE FROM ${TABLE} WHERE ${KEY} IN (?)`, [doomed]);
		say({ type: 'session.deleted', key: doomed });
	},

	clearExpired({ sql, nowSql }) {
		sql.execute(`DELETE FROM ${TABLE} WHERE ${EXPIRE} < ?`, [nowSql()]);
	}
};

function saveRow(
	self: SessionSelf<unknown>,
	data: string,
	mustCreate: boolean,
	{ sql, version }: EngineContext
): void {
	const key = self.key;
	const expires = self.expiryDate();
	try {
		if (mustCreate) {
			const values = version.insertSelects ? 'SELECT ?, ?, ?' : 'VALUES (?, ?, ?)';
			sql.execute(`INSERT INTO ${TABLE} ("session_key", "session_data", "expire_date") ${values}`, [
				key,
				data,
				expires
			]);
			return;
		}
		const update = `UPDATE ${TABLE} SET "session_data" = ?, "expire_date" = ? WHERE ${KEY} = ?`;
		if (sql.execute(update, [data, expires, key]) === 0) throw updateError();
	} catch (error) {
		if (!(error instanceof DjangoError) || !error.type.startsWith('django.db.')) throw error;
		if (error.type.endsWith('IntegrityError')) throw mustCreate ? createError() : error;
		throw mustCreate ? error : updateError();
	}
}
