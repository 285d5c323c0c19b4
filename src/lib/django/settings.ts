import type { DjangoVersion } from './server.ts';

const MIDDLEWARE_AND_APPS = {
	INSTALLED_APPS: [],
	MIDDLEWARE: [],
	ROOT_URLCONF: null,
	WSGI_APPLICATION: null,
	ALLOWED_HOSTS: [],
	DEBUG: false,
	DEBUG_PROPAGATE_EXCEPTIONS: false,
	SECRET_KEY: '',
	SECRET_KEY_FALLBACKS: [],
	SIGNING_BACKEND: 'django.core.signing.TimestampSigner',
	APPEND_SLASH: true,
	PREPEND_WWW: false,
	FORCE_SCRIPT_NAME: null,
	DISALLOWED_USER_AGENTS: [],
	IGNORABLE_404_URLS: [],
	INTERNAL_IPS: [],
	ADMINS: [],
	MANAGERS: [],
	SILENCED_SYSTEM_CHECKS: [],
	LOGGING: {},
	LOGGING_CONFIG: 'logging.config.dictConfig',
	TEST_RUNNER: 'django.test.runner.DiscoverRunner',
	DEFAULT_EXCEPTION_REPORTER: 'django.views.debug.ExceptionReporter',
	DEFAULT_EXCEPTION_REPORTER_FILTER: 'django.views.debug.SafeExceptionReporterFilter'
};

const DATA = {
	DATABASES: {},
	DATABASE_ROUTERS: [],
	DEFAULT_AUTO_FIELD: 'django.db.models.AutoField',
	CACHES: { default: { BACKEND: 'django.core.cache.backends.locmem.LocMemCache' } },
	CACHE_MIDDLEWARE_KEY_PREFIX: '',
	CACHE_MIDDLEWARE_SECONDS: 600,
	CACHE_MIDDLEWARE_ALIAS: 'default',
	TEMPLATES: [],
	FORM_RENDERER: 'django.forms.renderers.DjangoTemplates',
	FIXTURE_DIRS: [],
	STATIC_URL: null,
	STATIC_ROOT: null,
	STATICFILES_DIRS: [],
	MEDIA_URL: '/',
	MEDIA_ROOT: '',
	DATA_UPLOAD_MAX_MEMORY_SIZE: 2_621_440,
	DATA_UPLOAD_MAX_NUMBER_FIELDS: 1000,
	DATA_UPLOAD_MAX_NUMBER_FILES: 100,
	FILE_UPLOAD_MAX_MEMORY_SIZE: 2_621_440
};

const LOCALE = {
	USE_TZ: true,
	TIME_ZONE: 'America/Chicago',
	LANGUAGE_CODE: 'en-us',
	LANGUAGES: [['en', 'English']],
	LANGUAGE_COOKIE_NAME: 'django_language',
	LOCALE_PATHS: [],
	USE_I18N: true,
	USE_THOUSAND_SEPARATOR: false,
	DEFAULT_CHARSET: 'utf-8',
	DATE_FORMAT: 'N j, Y',
	DATETIME_FORMAT: 'N j, Y, P',
	TIME_FORMAT: 'P',
	YEAR_MONTH_FORMAT: 'F Y',
	MONTH_DAY_FORMAT: 'F j',
	SHORT_DATE_FORMAT: 'm/d/Y',
	SHORT_DATETIME_FORMAT: 'm/d/Y P',
	FIRST_DAY_OF_WEEK: 0,
	DECIMAL_SEPARATOR: '.',
	THOUSAND_SEPARATOR: ',',
	NUMBER_GROUPING: 0,
	FORMAT_MODULE_PATH: null
};

const SESSIONS = {
	SESSION_CACHE_ALIAS: 'default',
	SESSION_COOKIE_NAME: 'sessionid',
	SESSION_COOKIE_AGE: 1_209_600,
	SESSION_COOKIE_DOMAIN: null,
	SESSION_COOKIE_SECURE: false,
	SESSION_COOKIE_PATH: '/',
	SESSION_COOKIE_HTTPONLY: true,
	SESSION_COOKIE_SAMESITE: 'Lax',
	SESSION_SAVE_EVERY_REQUEST: false,
	SESSION_EXPIRE_AT_BROWSER_CLOSE: false,
	SESSION_ENGINE: 'django.contrib.sessions.backends.db',
	SESSION_FILE_PATH: null,
	SESSION_SERIALIZER: 'django.contrib.sessions.serializers.JSONSerializer',
	CSRF_COOKIE_NAME: 'csrftoken',
	CSRF_COOKIE_AGE: 31_449_600,
	CSRF_COOKIE_DOMAIN: null,
	CSRF_COOKIE_PATH: '/',
	CSRF_COOKIE_SECURE: false,
	CSRF_COOKIE_HTTPONLY: false,
	CSRF_COOKIE_SAMESITE: 'Lax',
	CSRF_HEADER_NAME: 'HTTP_X_CSRFTOKEN',
	CSRF_TRUSTED_ORIGINS: [],
	CSRF_USE_SESSIONS: false,
	CSRF_FAILURE_VIEW: 'django.views.csrf.csrf_failure',
	MESSAGE_STORAGE: 'django.contrib.messages.storage.fallback.FallbackStorage',
	AUTH_USER_MODEL: 'auth.User',
	AUTHENTICATION_BACKENDS: ['django.contrib.auth.backends.ModelBackend'],
	AUTH_PASSWORD_VALIDATORS: [],
	LOGIN_URL: '/accounts/login/',
	LOGIN_REDIRECT_URL: '/accounts/profile/',
	LOGOUT_REDIRECT_URL: null,
	PASSWORD_RESET_TIMEOUT: 259_200,
	PASSWORD_HASHERS: [
		'django.contrib.auth.hashers.PBKDF2PasswordHasher',
		'django.contrib.auth.hashers.PBKDF2SHA1PasswordHasher',
		'django.contrib.auth.hashers.Argon2PasswordHasher',
		'django.contrib.auth.hashers.BCryptSHA256PasswordHasher',
		'django.contrib.auth.hashers.ScryptPasswordHasher'
	]
};

const SECURITY = {
	SECURE_CONTENT_TYPE_NOSNIFF: true,
	SECURE_CROSS_ORIGIN_OPENER_POLICY: 'same-origin',
	SECURE_HSTS_INCLUDE_SUBDOMAINS: false,
	SECURE_HSTS_PRELOAD: false,
	SECURE_HSTS_SECONDS: 0,
	SECURE_PROXY_SSL_HEADER: null,
	SECURE_REDIRECT_EXEMPT: [],
	SECURE_REFERRER_POLICY: 'same-origin',
	SECURE_SSL_HOST: null,
	SECURE_SSL_REDIRECT: false,
	X_FRAME_OPTIONS: 'DENY',
	USE_X_FORWARDED_HOST: false,
	USE_X_FORWARDED_PORT: false
};

/** What older versions have otherwise. `undefined` takes a setting out. */
const DIFFERENCES: Readonly<Record<DjangoVersion, Readonly<Record<string, unknown>>>> = {
	'3.2': {
		USE_TZ: false,
		USE_L10N: false,
		DEFAULT_HASHING_ALGORITHM: 'sha256',
		SECRET_KEY_FALLBACKS: undefined,
		SECURE_CROSS_ORIGIN_OPENER_POLICY: undefined,
		SECURE_BROWSER_XSS_FILTER: false,
		DATA_UPLOAD_MAX_NUMBER_FILES: 100
	},
	'4.2': { USE_TZ: false, USE_L10N: true },
	'5.2': {},
	'6.1': { DEFAULT_AUTO_FIELD: 'django.db.models.BigAutoField' }
};

/** The settings that a project need not name: `django.conf.global_settings` of a version. */
export function defaultSettings(version: DjangoVersion): Readonly<Record<string, unknown>> {
	const all = {
		...MIDDLEWARE_AND_APPS,
		...DATA,
		...LOCALE,
		...SESSIONS,
		...SECURITY,
		...DIFFERENCES[version]
	};
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
