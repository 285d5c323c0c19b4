import type { DatabaseErrorKind } from '../../database/database.ts';

/** The exception that Python's `sqlite3` raises, and `django.db.utils` under the same name. */
export const ERROR_NAMES: Readonly<Record<DatabaseErrorKind, string>> = {
	integrity: 'IntegrityError',
	programming: 'ProgrammingError',
	operational: 'OperationalError'
};
