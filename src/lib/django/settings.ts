import type { DjangoVersion } from './server.ts';
import { LANGUAGES } from './languages.ts';

const FILE_SYSTEM_STORAGE = 'django.core.files.storage.FileSystemStorage';
const STATIC_FILES_STORAGE = 'django.contrib.staticfiles.storage.StaticFilesStorage';

const MIDDLEWARE_AND_APPS = {
	INSTALLED_APPS: [],
	MIDDLEWARE: [],
	ABSOLUTE_URL_OVERRIDES: {},
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
	STATICFILES_FINDERS: [
		'django.contrib.staticfiles.finders.FileSystemFinder',
		'django.contrib.staticfiles.finders.AppDirectoriesFinder'
	],
	STORAGES: { default: { BACKEND: FILE_SYSTEM_STORAGE }, staticfiles: { BACKEND: STATIC_FILES_STORAGE } },
	MEDIA_URL: '',
	MEDIA_ROOT: '',
	DATA_UPLOAD_MAX_MEMORY_SIZE: 2_621_440,
	DATA_UPLOAD_MAX_NUMBER_FIELDS: 1000,
	DATA_UPLOAD_MAX_NUMBER_FILES: 100,
	FILE_UPLOAD_MAX_MEMORY_SIZE: 2_621_440,
	FILE_UPLOAD_HANDLERS: [
		'django.core.files.uploadhandler.MemoryFileUploadHandler',
		'django.core.files.uploadhandler.TemporaryFileUploadHandler'
	],
	FILE_UPLOAD_DIRECTORY_PERMISSIONS: null,
	FILE_UPLOAD_PERMISSIONS: 0o644,
	FILE_UPLOAD_TEMP_DIR: null,
	DEFAULT_TABLESPACE: '',
	DEFAULT_INDEX_TABLESPACE: '',
	MIGRATION_MODULES: {},
	TEST_NON_SERIALIZED_APPS: []
};

const MAIL = {
	DEFAULT_FROM_EMAIL: 'webmaster@localhost',
	SERVER_EMAIL: 'root@localhost',
	EMAIL_BACKEND: 'django.core.mail.backends.smtp.EmailBackend',
	EMAIL_HOST: 'localhost',
	EMAIL_PORT: 25,
	EMAIL_HOST_USER: '',
	EMAIL_HOST_PASSWORD: '',
	EMAIL_SUBJECT_PREFIX: '[Django] ',
	EMAIL_USE_LOCALTIME: false,
	EMAIL_USE_SSL: false,
	EMAIL_USE_TLS: false,
	EMAIL_SSL_CERTFILE: null,
	EMAIL_SSL_KEYFILE: null,
	EMAIL_TIMEOUT: null
};

const LOCALE = {
	USE_TZ: true,
	TIME_ZONE: 'America/Chicago',
	LANGUAGE_CODE: 'en-us',
	LANGUAGES,
	LANGUAGES_BIDI: ['he', 'ar', 'ar-dz', 'ckb', 'fa', 'ug', 'ur'],
	LANGUAGE_COOKIE_NAME: 'django_language',
	LANGUAGE_COOKIE_AGE: null,
	LANGUAGE_COOKIE_DOMAIN: null,
	LANGUAGE_COOKIE_PATH: '/',
	LANGUAGE_COOKIE_SECURE: false,
	LANGUAGE_COOKIE_HTTPONLY: false,
	LANGUAGE_COOKIE_SAMESITE: null,
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
	DATE_INPUT_FORMATS: [
		'%Y-%m-%d',
		'%m/%d/%Y',
		'%m/%d/%y',
		'%b %d %Y',
		'%b %d, %Y',
		'%d %b %Y',
		'%d %b, %Y',
		'%B %d %Y',
		'%B %d, %Y',
		'%d %B %Y',
		'%d %B, %Y'
	],
	TIME_INPUT_FORMATS: ['%H:%M:%S', '%H:%M:%S.%f', '%H:%M'],
	DATETIME_INPUT_FORMATS: [
		'%Y-%m-%d %H:%M:%S',
		'%Y-%m-%d %H:%M:%S.%f',
		'%Y-%m-%d %H:%M',
		'%m/%d/%Y %H:%M:%S',
		'%m/%d/%Y %H:%M:%S.%f',
		'%m/%d/%Y %H:%M',
		'%m/%d/%y %H:%M:%S',
		'%m/%d/%y %H:%M:%S.%f',
		'%m/%d/%y %H:%M'
	],
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
		PASSWORD_HASHERS: SESSIONS.PASSWORD_HASHERS.slice(0, 4),
		PASSWORD_RESET_TIMEOUT_DAYS: 3,
		LANGUAGES_BIDI: ['he', 'ar', 'ar-dz', 'fa', 'ur'],
		STORAGES: undefined,
		DEFAULT_FILE_STORAGE: FILE_SYSTEM_STORAGE,
		STATICFILES_STORAGE: STATIC_FILES_STORAGE
	},
	'4.2': {
		USE_TZ: false,
		USE_L10N: true,
		USE_DEPRECATED_PYTZ: false,
		CSRF_COOKIE_MASKED: false,
		LANGUAGES_BIDI: ['he', 'ar', 'ar-dz', 'ckb', 'fa', 'ur'],
		DEFAULT_FILE_STORAGE: FILE_SYSTEM_STORAGE,
		STATICFILES_STORAGE: STATIC_FILES_STORAGE
	},
	'5.2': { FORMS_URLFIELD_ASSUME_HTTPS: false, SIGNED_COOKIE_LEGACY_SALT_FALLBACK: true },
	'6.1': {
		DEFAULT_AUTO_FIELD: 'django.db.models.BigAutoField',
		SIGNED_COOKIE_LEGACY_SALT_FALLBACK: false,
		SECURE_CSP: {},
		SECURE_CSP_REPORT_ONLY: {},
		URLIZE_ASSUME_HTTPS: false,
		USE_BLANK_CHOICE_DASH: false,
		TASKS: { default: { BACKEND: 'django.tasks.backends.immediate.ImmediateBackend' } }
	}
};

/** The settings that a project need not name: `django.conf.global_settings` of a version. */
export function defaultSettings(version: DjangoVersion): Readonly<Record<string, unknown>> {
	const all: Record<string, unknown> = {
		...MIDDLEWARE_AND_APPS,
		...DATA,
		...MAIL,
		...LOCALE,
		...SESSIONS,
		...SECURITY,
		...DIFFERENCES[version]
	};
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
