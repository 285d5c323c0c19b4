import { inSequence, type Migration } from '../migration.ts';
import { createModel } from '../operations.ts';
import { column, index, type Table } from '../table.ts';

const TABLE = 'django_session';

/** The one table that has no `id`: the session key is the primary key. */
const SESSIONS: Table = {
	name: TABLE,
	columns: [
		column('session_key', 'varchar(40) NOT NULL PRIMARY KEY'),
		column('session_data', 'text NOT NULL'),
		column('expire_date', 'datetime NOT NULL')
	],
	indexes: [index(TABLE, 'expire_date', 'a5c62663')]
};

/** The migrations of `django.contrib.sessions`. */
export function sessions(): Migration[] {
	return inSequence('sessions', [['0001_initial', [createModel('Session', SESSIONS)]]]);
}
