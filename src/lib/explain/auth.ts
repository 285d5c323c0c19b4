import type { ServerEventType, UserResolution } from '../django/events.ts';
import type { Entries } from './entries.ts';
import { djangoDocs } from './links.ts';
import { cause } from './text.ts';

const LOGIN = djangoDocs('topics/auth/default/#how-to-log-a-user-in', 'How to log a user in');
const LOGOUT = djangoDocs('topics/auth/default/#how-to-log-a-user-out', 'How to log a user out');
const USERS = djangoDocs(
	'topics/auth/default/#authentication-in-web-requests',
	'Authentication in web requests'
);
const INVALIDATION = djangoDocs(
	'topics/auth/default/#session-invalidation-on-password-change',
	'Session invalidation on password change'
);

/** Logins, and what a session says of its user. */
export const AUTH: Entries<Extract<ServerEventType, `auth.${string}`>> = {
	'auth.login': ({ user, by }) => ({
		title: `${user ?? 'A user'} logs in`,
		sentence: `${cause(by)} wrote ${user ?? 'a user'} into the session: the id, the backend and a hash of the password.`,
		detail:
			'The session gets a new key at login and keeps its data, so that a key that was known before is worth nothing after.',
		link: LOGIN
	}),
	'auth.logout': ({ user, by }) => ({
		title: user === null ? 'Logout' : `${user} logs out`,
		sentence: `${cause(by)} threw the whole session away, the user and all other data in it.`,
		detail: 'logout() calls flush(): the stored session is deleted and its cookie will be removed.',
		link: LOGOUT
	}),
	'auth.resolved': ({ why, user }) => ({
		title: user === null ? 'request.user is AnonymousUser' : `request.user is ${user}`,
		sentence: RESOLUTIONS[why](user ?? ''),
		detail: 'request.user is looked up when it is first used, out of what the session holds.',
		link: why === 'HashMismatch' || why === 'Renew' ? INVALIDATION : USERS
	})
};

const RESOLUTIONS: Readonly<Record<UserResolution, (user: string) => string>> = {
	Valid: (user) =>
		`The session holds the id of ${user}, and its hash fits the password that ${user} has now.`,
	Renew: (user) =>
		`The hash in the session of ${user} was made under an older SECRET_KEY that is in SECRET_KEY_FALLBACKS. The session got a new key and a new hash.`,
	NoLogin: () => 'The session holds no user: nobody logged in with it.',
	UnknownBackend: () =>
		'The session names a backend that is not in AUTHENTICATION_BACKENDS, so Django does not ask it.',
	NoSuchUser: () => 'The session holds the id of a user that is not there any more, or that may not log in.',
	HashMismatch: () =>
		'The hash in the session does not fit the user’s password and SECRET_KEY of today. Django threw the session away.'
};
