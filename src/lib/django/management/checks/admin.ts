import { DjangoError } from '../../error.ts';
import {
	error,
	hasApp,
	hasMiddleware,
	listed,
	warning,
	type CheckContext,
	type CheckGroup,
	type CheckMessage
} from './check.ts';

const TEMPLATES = 'django.template.backends.django.DjangoTemplates';
const APPS = [
	['django.contrib.contenttypes', 'admin.E401'],
	['django.contrib.auth', 'admin.E405'],
	['django.contrib.messages', 'admin.E406']
] as const;
const MIDDLEWARE = [
	['django.contrib.auth.middleware.AuthenticationMiddleware', 'admin.E408'],
	['django.contrib.messages.middleware.MessageMiddleware', 'admin.E409'],
	['django.contrib.sessions.middleware.SessionMiddleware', 'admin.E410']
] as const;
const PURPOSE = 'in order to use the admin application.';
const SESSIONS_FIRST =
	"Insert 'django.contrib.sessions.middleware.SessionMiddleware' before 'django.contrib.auth.middleware.AuthenticationMiddleware'.";

/** What the admin needs: apps, templates, middleware. */
export const admin: CheckGroup = {
	tag: 'admin',
	app: 'django.contrib.admin',
	run(context) {
		if (!hasApp(context, 'django.contrib.auth')) throw needsAuth();
		return [...appMessages(context), ...templateMessages(context), ...middlewareMessages(context)];
	}
};

/** The checks of the admin import the models of auth. */
function needsAuth(): DjangoError {
	return new DjangoError(
		'RuntimeError',
		"Model class django.contrib.auth.models.Permission doesn't declare an explicit app_label and isn't in an application in INSTALLED_APPS."
	);
}

function appMessages(context: CheckContext): CheckMessage[] {
	return APPS.filter(([app]) => !hasApp(context, app)).map(([app, id]) =>
		error(id, `'${app}' must be in INSTALLED_APPS ${PURPOSE}`)
	);
}

function templateMessages({ setting }: CheckContext): CheckMessage[] {
	const engines = setting('TEMPLATES') as readonly Record<string, unknown>[] | undefined;
	const engine = engines?.find(({ BACKEND }) => BACKEND === TEMPLATES);
	if (!engine) {
		return [error('admin.E403', `A '${TEMPLATES}' instance must be configured in TEMPLATES ${PURPOSE}`)];
	}
	const options = engine.OPTIONS as { context_processors?: unknown } | undefined;
	const processors = listed(options?.context_processors);
	const enabled = 'must be enabled in DjangoTemplates (TEMPLATES)';
	const found: CheckMessage[] = [];
	if (
		!processors.includes('django.contrib.auth.context_processors.auth') &&
		listed(setting('AUTHENTICATION_BACKENDS')).includes('django.contrib.auth.backends.ModelBackend')
	) {
		found.push(
			error(
				'admin.E402',
				`'django.contrib.auth.context_processors.auth' ${enabled} if using the default auth backend ${PURPOSE}`
			)
		);
	}
	if (!processors.includes('django.contrib.messages.context_processors.messages')) {
		found.push(
			error('admin.E404', `'django.contrib.messages.context_processors.messages' ${enabled} ${PURPOSE}`)
		);
	}
	if (!processors.includes('django.template.context_processors.request')) {
		found.push(
			warning(
				'admin.W411',
				`'django.template.context_processors.request' ${enabled} in order to use the admin navigation sidebar.`
			)
		);
	}
	return found;
}

function middlewareMessages(context: CheckContext): CheckMessage[] {
	return MIDDLEWARE.filter(([path]) => !hasMiddleware(context, path)).map(([path, id]) =>
		error(id, `'${path}' must be in MIDDLEWARE ${PURPOSE}`, id === 'admin.E410' ? SESSIONS_FIRST : undefined)
	);
}
