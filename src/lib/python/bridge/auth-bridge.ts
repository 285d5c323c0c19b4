import { permissionsOf, type PermissionSource } from '../../django/auth/permissions.ts';
import { passwordHash, type PasswordAlgorithm } from '../../django/auth/password-hash.ts';
import { loginStep, verifySession } from '../../django/auth/session-auth.ts';
import type { ServerEvent, UserResolution } from '../../django/events.ts';
import type { SqlRunner } from '../../django/sql/sql-runner.ts';
import type { VersionBehaviour } from '../../django/versions.ts';
import type { BridgeFunction } from '../interpreter/python-space.ts';

/** What logins work with. */
export interface AuthSite {
	readonly version: VersionBehaviour;
	readonly sql: SqlRunner;
	say(event: ServerEvent): void;
}

/** What `django.contrib.auth` asks of the host. */
export function authBridge(site: AuthSite): Readonly<Record<string, BridgeFunction>> {
	const { version } = site;
	return {
		'auth.hash': (
			algorithm: PasswordAlgorithm,
			password: string,
			salt: string,
			iterations: number,
			blockSize?: number,
			parallelism?: number
		) =>
			passwordHash(algorithm, password, salt, {
				iterations,
				...(blockSize === undefined ? {} : { blockSize }),
				...(parallelism === undefined ? {} : { parallelism })
			}),
		'auth.iterations': () => version.pbkdf2Iterations,
		'auth.scrypt_parallelism': () => version.scryptParallelism,
		'auth.login_step': (held: string | null, heldHash: string, userId: string, hash: string) =>
			loginStep(held === null ? null : { userId: held, hash: heldHash }, userId, hash),
		'auth.verify_session': verifySession,
		'auth.permissions': (source: PermissionSource, userId: number) =>
			permissionsOf(source, userId, site.sql, version),
		'auth.tell': (what: 'login' | 'logout', user: string | null, path: string | null, line: number) => {
			const by = path === null ? {} : { by: { path, line } };
			site.say({ type: `auth.${what}`, user, ...by });
		},
		'auth.resolved': (why: UserResolution, user: string | null) => {
			site.say({ type: 'auth.resolved', why, user });
		}
	};
}
