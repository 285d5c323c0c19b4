import type { VersionBehaviour } from '../../../versions.ts';
import type { Migration } from '../migration.ts';
import { admin } from './admin.ts';
import { auth } from './auth.ts';
import { contenttypes } from './contenttypes.ts';
import { sessions } from './sessions.ts';

/** A model as content types and permissions name it. */
export interface ModelName {
	readonly model: string;
	readonly verboseName: string;
	readonly table: string;
}

/** What an application of Django brings to the database. */
export interface DatabaseApp {
	/** Its module, as INSTALLED_APPS names it. */
	readonly module: string;
	readonly models: readonly ModelName[];
	readonly migrations: (version: VersionBehaviour) => readonly Migration[];
}

/** The applications with tables, by label. */
export const DATABASE_APPS: Readonly<Record<string, DatabaseApp>> = {
	admin: {
		module: 'django.contrib.admin',
		models: [{ model: 'logentry', verboseName: 'log entry', table: 'django_admin_log' }],
		migrations: admin
	},
	auth: {
		module: 'django.contrib.auth',
		models: [
			{ model: 'permission', verboseName: 'permission', table: 'auth_permission' },
			{ model: 'group', verboseName: 'group', table: 'auth_group' },
			{ model: 'user', verboseName: 'user', table: 'auth_user' }
		],
		migrations: auth
	},
	contenttypes: {
		module: 'django.contrib.contenttypes',
		models: [{ model: 'contenttype', verboseName: 'content type', table: 'django_content_type' }],
		migrations: contenttypes
	},
	sessions: {
		module: 'django.contrib.sessions',
		models: [{ model: 'session', verboseName: 'session', table: 'django_session' }],
		migrations: sessions
	}
};
