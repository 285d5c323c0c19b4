import { error, hasMiddleware, listed, warning, type CheckGroup } from './check.ts';

const LOGIN_REQUIRED = 'django.contrib.auth.middleware.LoginRequiredMiddleware';
const AUTHENTICATION = 'django.contrib.auth.middleware.AuthenticationMiddleware';

/** LoginRequiredMiddleware needs to know the user. */
export const models: CheckGroup = {
	tag: 'models',
	run(context) {
		if (!context.version.loginRequiredMiddleware || !hasMiddleware(context, LOGIN_REQUIRED)) return [];
		const middleware = listed(context.setting('MIDDLEWARE'));
		const at = middleware.indexOf(AUTHENTICATION);
		if (at >= 0 && at < middleware.indexOf(LOGIN_REQUIRED)) return [];
		return [
			error(
				'auth.E013',
				`In order to use ${LOGIN_REQUIRED}, ${AUTHENTICATION} must be defined before it in MIDDLEWARE.`
			)
		];
	}
};

export const compatibility: CheckGroup = {
	tag: 'compatibility',
	run({ setting, version }) {
		if (!version.csrfChecksOrigin) return [];
		return listed(setting('CSRF_TRUSTED_ORIGINS'))
			.filter((origin) => !origin.includes('://'))
			.map((origin) =>
				error(
					'4_0.E001',
					`As of Django 4.0, the values in the CSRF_TRUSTED_ORIGINS setting must start with a scheme (usually http:// or https://) but found ${origin}. See the release notes for details.`
				)
			);
	}
};

export const staticfiles: CheckGroup = {
	tag: 'staticfiles',
	app: 'django.contrib.staticfiles',
	run({ setting, version, isFolder }) {
		if (!version.csrfChecksOrigin) return [];
		return listed(setting('STATICFILES_DIRS'))
			.filter((folder) => !isFolder(folder))
			.map((folder) =>
				warning(
					'staticfiles.W004',
					`The directory '${folder}' in the STATICFILES_DIRS setting does not exist.`
				)
			);
	}
};

export const translation: CheckGroup = {
	tag: 'translation',
	run({ setting }) {
		const languages = setting('LANGUAGES') as readonly (readonly [string, string])[] | undefined;
		const known = ['en', ...(languages ?? []).map(([code]) => base(code))];
		return known.includes(base(String(setting('LANGUAGE_CODE'))))
			? []
			: [
					error(
						'translation.E004',
						'You have provided a value for the LANGUAGE_CODE setting that is not in the LANGUAGES setting.'
					)
				];
	}
};

function base(code: string): string {
	return code.toLowerCase().split('-')[0] ?? '';
}
