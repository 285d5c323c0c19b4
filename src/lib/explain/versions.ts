import { DJANGO_VERSIONS, type DjangoVersion } from '../django/server.ts';
import { VERSIONS, type VersionBehaviour } from '../django/versions.ts';

export const VERSION_GROUPS = ['Sessions', 'Cookies', 'Requests', 'Logins', 'Messages', 'Database'] as const;
export type VersionGroup = (typeof VERSION_GROUPS)[number];

/** One difference between the versions, as the page shows it. */
export interface VersionDifference {
	readonly group: VersionGroup;
	readonly says: string;
	/** What holds in a version: "yes", "no", a number or a few words. */
	readonly values: Readonly<Record<DjangoVersion, string>>;
}

/** Every behaviour has its words: one that has none does not compile. */
const WORDS: Readonly<Record<keyof VersionBehaviour, readonly [group: VersionGroup, says: string]>> = {
	release: ['Sessions', 'The release that the answers were recorded from'],
	skipsSave: ['Sessions', 'A response with status 503 leaves the session unsaved'],
	legacyEncoding: ['Sessions', 'Reads session_data of 3.0 and older: base64 of a hash, a colon and JSON'],
	pickleSerializer: ['Sessions', 'PickleSerializer is there'],
	isoExpiry: ['Sessions', 'set_expiry keeps a datetime as text in the session'],
	asyncSessions: ['Sessions', 'aget, asave and the other asynchronous twins'],
	variesOnSave: ['Sessions', 'A response that sets the session cookie always varies on Cookie'],
	cacheMayFail: ['Sessions', 'cached_db logs a cache that fails, and goes on'],
	sessionTruth: ['Sessions', 'An empty session is false'],
	secretKeyFallbacks: ['Sessions', 'SECRET_KEY_FALLBACKS verify older signatures'],
	postgresqlDriver: ['Database', 'PostgreSQL without its driver'],
	oracleDriver: ['Database', 'Oracle without its driver raises'],
	existsColumn: ['Sessions', 'What the query for an existing key selects'],
	insertSelects: ['Sessions', 'A row is inserted by INSERT … SELECT'],
	timedeltaMaxAge: ['Cookies', 'set_cookie takes a timedelta as max_age'],
	refusesBothExpiries: ['Cookies', 'set_cookie refuses a datetime as expires beside max_age'],
	signedCookieSalt2: ['Cookies', 'Signed cookies keep name and salt apart (cookies.v2)'],
	maskedCsrfCookie: ['Cookies', 'The CSRF cookie holds a masked token'],
	csrfChecksOrigin: ['Cookies', 'The CSRF check looks at the Origin header'],
	checksListSettings: ['Requests', 'ALLOWED_HOSTS and SECRET_KEY_FALLBACKS must be lists'],
	appendsSlashEarly: ['Requests', 'CommonMiddleware appends a missing slash before the view runs'],
	suspiciousLoggedOnce: ['Requests', 'A suspicious request is logged once, by django.security'],
	requestIsAjax: ['Requests', 'request.is_ajax() is there'],
	proxyHeaderList: ['Requests', 'Of a list in the proxy’s header the first entry counts'],
	xssFilterHeader: ['Requests', 'SecurityMiddleware can send X-XSS-Protection'],
	openerPolicyHeader: ['Requests', 'SecurityMiddleware sends Cross-Origin-Opener-Policy'],
	errorMailAsksUser: ['Requests', 'The mail about an error is written even without administrators'],
	authNeedsSession: ['Logins', 'AuthenticationMiddleware without a session raises'],
	loginNeedsUser: ['Logins', 'login() takes no None for the user'],
	loginRequiredMiddleware: ['Logins', 'LoginRequiredMiddleware is there'],
	pbkdf2Iterations: ['Logins', 'Rounds of the default password hasher'],
	scryptHasher: ['Logins', 'ScryptPasswordHasher is there'],
	scryptParallelism: ['Logins', 'Parallelism of scrypt'],
	oldPasswordHashers: ['Logins', 'The hashers with SHA-1, without salt and with crypt'],
	digestsBytes: ['Logins', 'The plain password digests take bytes'],
	makesRandomPasswords: ['Logins', 'make_random_password() is there'],
	groupPermissions: ['Logins', 'How the permissions of groups are selected'],
	messagesBisect: ['Messages', 'How many messages fit a cookie is found by halving'],
	messageKeepsEmptyTags: ['Messages', 'A message without tags keeps empty ones'],
	messageRepr: ['Messages', 'A message shows itself as Message(level=…)'],
	alterTableColumns: ['Database', 'Columns are added and dropped in place'],
	migrationTableAlways: ['Database', 'migrate makes django_migrations even when there is nothing to do'],
	migrateCheckOnlyLooks: ['Database', 'migrate --check only looks'],
	databaseArgumentChoices: ['Database', '--database knows its choices'],
	comparesBooleans: ['Database', 'is_staff=True is written as a comparison with 1'],
	valuesAliases: ['Database', 'The columns of values() get their names in the SELECT'],
	quotesCountAliases: ['Database', 'A count over a slice quotes its inner names'],
	moreCheckTags: ['Database', 'Further tags of manage.py check'],
	asyncModels: ['Database', 'Query sets and objects have asynchronous twins'],
	lookupsNamedWhole: ['Database', 'An unknown lookup is named with all that follows it'],
	assertsQueries: ['Database', 'Misuse of a query set is an AssertionError'],
	tellsAllKeywords: ['Database', 'Unknown keywords of a model are told all at once'],
	updateFieldsWithoutKey: ['Database', 'save(update_fields=…) refuses the primary key'],
	notUpdatedError: ['Database', 'An update that changes no row raises NotUpdated'],
	updateOrCreateNarrow: ['Database', 'update_or_create writes only the fields that it was given'],
	proxyPermissionsPlan: ['Database', 'How migrate --plan cuts a long line'],
	contentTypesSorted: ['Database', 'New content types are made in the order of their names'],
	contentTypeQueries: ['Database', 'How the content types of an app are looked up']
};

/** The table of differences, group by group. */
export function versionDifferences(): VersionDifference[] {
	const names = Object.keys(WORDS) as (keyof VersionBehaviour)[];
	return VERSION_GROUPS.flatMap((group) => names.filter((name) => WORDS[name][0] === group)).map((name) => {
		const [group, says] = WORDS[name];
		const entries = DJANGO_VERSIONS.map((version) => [version, shown(VERSIONS[version][name])] as const);
		return { group, says, values: Object.fromEntries(entries) as VersionDifference['values'] };
	});
}

function shown(value: VersionBehaviour[keyof VersionBehaviour]): string {
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (typeof value === 'function') return value(503) ? 'yes' : 'no';
	if (typeof value === 'number') return value.toLocaleString('en');
	if (typeof value === 'string') return value.trim();
	if ('type' in value) return value.type.split('.').at(-1) ?? value.type;
	return value.every((part) => typeof part === 'number') ? value.join('.') : value.join(', ') || 'none';
}
