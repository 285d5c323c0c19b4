import { commandError } from '../command-ends.ts';
import type { Command } from '../command.ts';

/** `django.contrib.sessions`: removes what the engine holds of sessions that are over. */
export const clearsessions: Command = {
	name: 'clearsessions',
	app: 'django.contrib.sessions',
	help: 'Can be run as a cronjob or directly to clean out expired sessions when the database backend is in use.',
	arguments: [],
	checks: true,
	run(_parsed, context) {
		if (context.clearExpired()) return;
		const engine = String(context.setting('SESSION_ENGINE'));
		throw commandError(`Session engine '${engine}' doesn't support clearing expired sessions.`);
	}
};
