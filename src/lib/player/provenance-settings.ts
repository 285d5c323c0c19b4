/** What a thing shows of itself, such as "Max-Age", and the setting that decides it. */
export interface ShapedBy {
	readonly part: string;
	readonly setting: string;
}

/** The attributes of a cookie that Django's settings decide, by the end of the setting's name. */
const COOKIE_ATTRIBUTES: readonly (readonly [part: string, ending: string])[] = [
	['name', 'NAME'],
	['expires, Max-Age', 'AGE'],
	['Domain', 'DOMAIN'],
	['Path', 'PATH'],
	['Secure', 'SECURE'],
	['HttpOnly', 'HTTPONLY'],
	['SameSite', 'SAMESITE']
];

const cookieOf = (prefix: string): readonly ShapedBy[] =>
	COOKIE_ATTRIBUTES.map(([part, ending]) => ({ part, setting: `${prefix}_COOKIE_${ending}` }));

/** The session cookie. Source: Django, ref/settings/#sessions. */
export const SESSION_COOKIE: readonly ShapedBy[] = [
	...cookieOf('SESSION'),
	{ part: 'no Max-Age at all', setting: 'SESSION_EXPIRE_AT_BROWSER_CLOSE' }
];

/** The cookie of CsrfViewMiddleware. Source: Django, ref/settings/#csrf-cookie-age and following. */
export const CSRF_COOKIE: readonly ShapedBy[] = cookieOf('CSRF');

const SAVED: readonly ShapedBy[] = [
	{ part: 'where it is kept', setting: 'SESSION_ENGINE' },
	{ part: 'how long it counts', setting: 'SESSION_COOKIE_AGE' },
	{ part: 'saved though nothing changed', setting: 'SESSION_SAVE_EVERY_REQUEST' },
	{ part: 'how the data are written', setting: 'SESSION_SERIALIZER' }
];

/** What is stored of a session, by where. Source: Django, topics/http/sessions. */
export const STORED: Readonly<Record<'row' | 'file' | 'entry', readonly ShapedBy[]>> = {
	row: SAVED,
	file: [
		...SAVED,
		{ part: 'the folder', setting: 'SESSION_FILE_PATH' },
		{ part: 'how its name begins', setting: 'SESSION_COOKIE_NAME' }
	],
	entry: [...SAVED, { part: 'which cache', setting: 'SESSION_CACHE_ALIAS' }]
};

/** Headers that middleware sets. Source: Django, ref/middleware and ref/settings/#security. */
export const HEADERS: Readonly<Record<string, readonly ShapedBy[]>> = {
	'X-Frame-Options': [{ part: 'the value', setting: 'X_FRAME_OPTIONS' }],
	'X-Content-Type-Options': [{ part: 'whether it is there', setting: 'SECURE_CONTENT_TYPE_NOSNIFF' }],
	'Referrer-Policy': [{ part: 'the value', setting: 'SECURE_REFERRER_POLICY' }],
	'Cross-Origin-Opener-Policy': [{ part: 'the value', setting: 'SECURE_CROSS_ORIGIN_OPENER_POLICY' }],
	'Strict-Transport-Security': [
		{ part: 'max-age', setting: 'SECURE_HSTS_SECONDS' },
		{ part: 'includeSubDomains', setting: 'SECURE_HSTS_INCLUDE_SUBDOMAINS' },
		{ part: 'preload', setting: 'SECURE_HSTS_PRELOAD' }
	],
	'Content-Type': [{ part: 'charset', setting: 'DEFAULT_CHARSET' }]
};
