import type { DjangoVersion } from './server.ts';

/** How the versions differ, as named behaviours. What is the same in all of them does not stand here. */
export interface VersionBehaviour {
	/** `django.VERSION` of the release that the traces were recorded from. */
	readonly release: readonly [number, number, number];
	/** The literal one of an existence query: `SELECT 1 AS "a"`, in 3.2 `SELECT (1) AS "a"`. */
	readonly existsColumn: string;
	/** A single row is inserted by `INSERT … SELECT` (3.2), later by `INSERT … VALUES`. */
	readonly insertSelects: boolean;
	/** Responses with these statuses leave the session unsaved: 3.2 skips 500 alone, later ones every 5xx. */
	readonly skipsSave: (status: number) => boolean;
	/** What PostgreSQL's backend says without its driver. */
	readonly postgresqlDriver: string;
	/** What Oracle's backend raises without its driver. */
	readonly oracleDriver: { readonly type: string; readonly message: string };
	/** Reads (and under `DEFAULT_HASHING_ALGORITHM = 'sha1'` writes) sessions as base64 of `hash:json`. */
	readonly legacyEncoding: boolean;
	/** `SECRET_KEY_FALLBACKS` verify older signatures. */
	readonly secretKeyFallbacks: boolean;
	/** `PickleSerializer` is there. */
	readonly pickleSerializer: boolean;
	/** How AuthenticationMiddleware complains where there is no session. */
	readonly authNeedsSession: { readonly type: string; readonly message: string };
	/** `set_expiry` of a datetime keeps ISO text (4.1 and later), not the object. */
	readonly isoExpiry: boolean;
	/** `set_cookie` takes a timedelta as `max_age`. */
	readonly timedeltaMaxAge: boolean;
	/** `set_cookie` refuses `expires` as a datetime beside `max_age`. */
	readonly refusesBothExpiries: boolean;
	/** The CSRF cookie holds a masked token (3.2), later the bare secret. */
	readonly maskedCsrfCookie: boolean;
	/** The Origin header is checked against the host (4.0 and later). */
	readonly csrfChecksOrigin: boolean;
	/** The asynchronous twins of the session's methods (`aget`, `asave`, …). */
	readonly asyncSessions: boolean;
	/** A response that sets the session cookie varies on it, though nobody looked at the session. */
	readonly variesOnSave: boolean;
	/** Signed cookies have salts of their own kind (`django.http.cookies.v2:…`); the old kind still verifies. */
	readonly signedCookieSalt2: boolean;
	/** A cache that fails while cached_db writes to it is logged and forgiven. */
	readonly cacheMayFail: boolean;
	/** The error mail is written even without administrators, and asks for the user. */
	readonly errorMailAsksUser: boolean;
	/** More settings must be lists: `ALLOWED_HOSTS`, `SECRET_KEY_FALLBACKS`. */
	readonly checksListSettings: boolean;
	/** CommonMiddleware appends a slash before the view runs, not after a 404. */
	readonly appendsSlashEarly: boolean;
	/** A SuspiciousOperation is logged by its own logger alone (4.2 and later), not by django.request as well. */
	readonly suspiciousLoggedOnce: boolean;
	/** `request.is_ajax()`. */
	readonly requestIsAjax: boolean;
	/** A session is true when it is not empty (`SessionBase.__bool__`). */
	readonly sessionTruth: boolean;
	/** The schema editor adds and drops columns in place and leaves a table alone when only choices change. */
	readonly alterTableColumns: boolean;
	/** `migrate` makes the table of applied migrations even when there are none to apply. */
	readonly migrationTableAlways: boolean;
	/** `migrate --check` only looks. */
	readonly migrateCheckOnlyLooks: boolean;
	/** `--database` knows its choices. */
	readonly databaseArgumentChoices: boolean;
	/** `is_staff=True` is written as a comparison with 1; before, as the column alone. */
	readonly comparesBooleans: boolean;
	/** The columns of `values()` get their names in the SELECT. */
	readonly valuesAliases: boolean;
	/** A count over a slice names its inner columns "col1", in 3.2 bare Col1. */
	readonly quotesCountAliases: boolean;
	/** Rounds of the default password hasher. */
	readonly pbkdf2Iterations: number;
	readonly scryptParallelism: number;
	/** `ScryptPasswordHasher` is there. */
	readonly scryptHasher: boolean;
	/** The hashers with SHA-1, without salt, and with `crypt`. */
	readonly oldPasswordHashers: boolean;
	/** `login` takes no `None` for `request.user`. */
	readonly loginNeedsUser: boolean;
	/** `LoginRequiredMiddleware` is there. */
	readonly loginRequiredMiddleware: boolean;
	/** How the permissions of a user's groups are selected. */
	readonly groupPermissions: 'joined' | 'nested' | 'quoted';
	/** Of a list in the header of SECURE_PROXY_SSL_HEADER the first counts; before, the whole text. */
	readonly proxyHeaderList: boolean;
	/** SecurityMiddleware sets X-XSS-Protection when asked. */
	readonly xssFilterHeader: boolean;
	/** SecurityMiddleware sets Cross-Origin-Opener-Policy. */
	readonly openerPolicyHeader: boolean;
	/** The number of messages that fit a cookie is found by halving. */
	readonly messagesBisect: boolean;
	/** A message without tags keeps its empty tags where it is stored. */
	readonly messageKeepsEmptyTags: boolean;
	/** A message shows itself as "Message(level=…". */
	readonly messageRepr: boolean;
	/** The plain digests take a password as bytes. */
	readonly digestsBytes: boolean;
	/** Tags of system checks that the first versions have not. */
	readonly moreCheckTags: readonly string[];
	/** Query sets and objects have asynchronous twins. */
	readonly asyncModels: boolean;
	/** A lookup that is not there is named with all that follows it. */
	readonly lookupsNamedWhole: boolean;
	/** Misuse of a query set is an AssertionError (3.2), later a ValueError or TypeError. */
	readonly assertsQueries: boolean;
	/** Unknown keywords of a model are told all at once. */
	readonly tellsAllKeywords: boolean;
	/** `save(update_fields=…)` does not take the primary key. */
	readonly updateFieldsWithoutKey: boolean;
	/** An update that changes no row raises the model's `NotUpdated`. */
	readonly notUpdatedError: boolean;
	/** `update_or_create` writes only the fields that it was given. */
	readonly updateOrCreateNarrow: boolean;
	/** `make_random_password` is there. */
	readonly makesRandomPasswords: boolean;
	/** How `migrate --plan` shows the docstring of the migration that updates proxy permissions. */
	readonly proxyPermissionsPlan: string;
	/** New content types of an app are made in the order of their names. */
	readonly contentTypesSorted: boolean;
	/** The content types of an app are looked up one by one, or all at once; and as rows or as names. */
	readonly contentTypeQueries: 'each' | 'all' | 'names';
}

const AUTH_NEEDS_SESSION =
	"The Django authentication middleware requires session middleware to be installed. Edit your MIDDLEWARE setting to insert 'django.contrib.sessions.middleware.SessionMiddleware' before 'django.contrib.auth.middleware.AuthenticationMiddleware'.";

const BASE = {
	authNeedsSession: { type: 'django.core.exceptions.ImproperlyConfigured', message: AUTH_NEEDS_SESSION },
	isoExpiry: true,
	timedeltaMaxAge: true,
	refusesBothExpiries: true,
	maskedCsrfCookie: false,
	csrfChecksOrigin: true,
	existsColumn: '1',
	insertSelects: false,
	skipsSave: (status: number) => status >= 500,
	legacyEncoding: false,
	postgresqlDriver: 'Error loading psycopg2 or psycopg module',
	oracleDriver: { type: 'ModuleNotFoundError', message: "No module named 'oracledb'" },
	secretKeyFallbacks: true,
	pickleSerializer: false,
	asyncSessions: true,
	suspiciousLoggedOnce: true,
	variesOnSave: true,
	signedCookieSalt2: true,
	cacheMayFail: true,
	errorMailAsksUser: false,
	checksListSettings: true,
	requestIsAjax: false,
	appendsSlashEarly: false,
	sessionTruth: false,
	alterTableColumns: true,
	migrationTableAlways: false,
	migrateCheckOnlyLooks: true,
	comparesBooleans: false,
	valuesAliases: true,
	quotesCountAliases: true,
	pbkdf2Iterations: 1_000_000,
	scryptParallelism: 5,
	scryptHasher: true,
	oldPasswordHashers: false,
	loginNeedsUser: false,
	loginRequiredMiddleware: true,
	groupPermissions: 'nested' as VersionBehaviour['groupPermissions'],
	proxyHeaderList: true,
	xssFilterHeader: false,
	openerPolicyHeader: true,
	messagesBisect: true,
	messageKeepsEmptyTags: true,
	messageRepr: true,
	digestsBytes: false,
	moreCheckTags: ['commands', 'files'],
	asyncModels: true,
	lookupsNamedWhole: true,
	assertsQueries: false,
	tellsAllKeywords: true,
	updateFieldsWithoutKey: true,
	notUpdatedError: false,
	updateOrCreateNarrow: true,
	makesRandomPasswords: false,
	databaseArgumentChoices: true,
	proxyPermissionsPlan: '    Update the content_type of prox…',
	contentTypesSorted: false,
	contentTypeQueries: 'all' as VersionBehaviour['contentTypeQueries']
} satisfies Omit<VersionBehaviour, 'release'>;

export const VERSIONS: Readonly<Record<DjangoVersion, VersionBehaviour>> = {
	'3.2': {
		...BASE,
		release: [3, 2, 25],
		postgresqlDriver: "Error loading psycopg2 module: No module named 'psycopg2'",
		oracleDriver: {
			type: 'django.core.exceptions.ImproperlyConfigured',
			message: "Error loading cx_Oracle module: No module named 'cx_Oracle'"
		},
		errorMailAsksUser: true,
		checksListSettings: false,
		requestIsAjax: true,
		appendsSlashEarly: true,
		existsColumn: '(1)',
		insertSelects: true,
		skipsSave: (status) => status === 500,
		legacyEncoding: true,
		authNeedsSession: { type: 'AssertionError', message: AUTH_NEEDS_SESSION },
		isoExpiry: false,
		timedeltaMaxAge: false,
		refusesBothExpiries: false,
		maskedCsrfCookie: true,
		csrfChecksOrigin: false,
		secretKeyFallbacks: false,
		pickleSerializer: true,
		asyncSessions: false,
		suspiciousLoggedOnce: false,
		variesOnSave: false,
		cacheMayFail: false,
		signedCookieSalt2: false,
		alterTableColumns: false,
		migrationTableAlways: true,
		migrateCheckOnlyLooks: false,
		valuesAliases: false,
		quotesCountAliases: false,
		pbkdf2Iterations: 260_000,
		scryptHasher: false,
		oldPasswordHashers: true,
		loginRequiredMiddleware: false,
		groupPermissions: 'joined',
		proxyHeaderList: false,
		xssFilterHeader: true,
		openerPolicyHeader: false,
		messagesBisect: false,
		messageKeepsEmptyTags: false,
		messageRepr: false,
		moreCheckTags: [],
		asyncModels: false,
		lookupsNamedWhole: false,
		assertsQueries: true,
		tellsAllKeywords: false,
		updateFieldsWithoutKey: false,
		updateOrCreateNarrow: false,
		makesRandomPasswords: true,
		databaseArgumentChoices: false,
		contentTypeQueries: 'each'
	},
	'4.2': {
		...BASE,
		release: [4, 2, 28],
		postgresqlDriver: 'Error loading psycopg2 or psycopg module',
		oracleDriver: {
			type: 'django.core.exceptions.ImproperlyConfigured',
			message: "Error loading cx_Oracle module: No module named 'cx_Oracle'"
		},
		moreCheckTags: ['files'],
		messagesBisect: false,
		messageRepr: false,
		errorMailAsksUser: true,
		pbkdf2Iterations: 600_000,
		scryptParallelism: 1,
		oldPasswordHashers: true,
		loginRequiredMiddleware: false,
		groupPermissions: 'joined',
		valuesAliases: false,
		lookupsNamedWhole: false,
		updateFieldsWithoutKey: false,
		makesRandomPasswords: true,
		databaseArgumentChoices: false,
		pickleSerializer: true,
		asyncSessions: false,
		variesOnSave: false,
		cacheMayFail: false,
		signedCookieSalt2: false,
		contentTypeQueries: 'each'
	},
	'5.2': { ...BASE, release: [5, 2, 17] },
	'6.1': {
		...BASE,
		release: [6, 1, 1],
		postgresqlDriver: 'Error loading psycopg2 or psycopg module',
		oracleDriver: {
			type: 'django.core.exceptions.ImproperlyConfigured',
			message: "Error loading oracledb module: No module named 'oracledb'"
		},
		moreCheckTags: ['commands', 'files', 'mail'],
		digestsBytes: true,
		pbkdf2Iterations: 1_500_000,
		loginNeedsUser: true,
		groupPermissions: 'quoted',
		comparesBooleans: true,
		notUpdatedError: true,
		sessionTruth: true,
		proxyPermissionsPlan: 'Update the content_type of proxy mo…',
		contentTypesSorted: true,
		contentTypeQueries: 'names'
	}
};
