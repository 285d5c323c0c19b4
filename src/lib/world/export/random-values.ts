import type { ProjectFiles } from '../../django/server.ts';
import type { RecordedStep } from './recorded-step.ts';

/** Python and templates whose outcome is another in each run, or goes by a clock that story.py cannot stop. */
const RANDOM_PYTHON =
	/\b(?:random|uuid|secrets|get_random_string|getpid|localtime|gmtime|monotonic|perf_counter|id\(|hash\()/;
const RANDOM_TEMPLATE = /\{%\s*(?:now|lorem)\b|\|\s*(?:timesince|timeuntil|random|naturaltime)\b/;

/** Whether pages of a project may differ from run to run, so that their text cannot be compared. */
export function hasRandomPages(files: ProjectFiles): boolean {
	return Object.entries(files).some(([path, text]) =>
		path.endsWith('.py') ? path !== 'settings.py' && RANDOM_PYTHON.test(text) : RANDOM_TEMPLATE.test(text)
	);
}

/** Cookies whose value is another in each run: the CSRF token, and a signed session that a login is in. */
export function volatileCookies(steps: readonly RecordedStep[]): string[] {
	const worlds = steps.flatMap(({ after }) => after ?? []);
	const hasLogin = worlds.some(({ exchanges }) =>
		exchanges.some(({ events }) => events.some(({ type }) => type === 'auth.login'))
	);
	const names = worlds.flatMap(({ server: { settings } }) => {
		const name = (setting: string, usual: string) =>
			typeof settings[setting] === 'string' ? settings[setting] : usual;
		const csrf = name('CSRF_COOKIE_NAME', 'csrftoken');
		const signed = String(settings['SESSION_ENGINE']).endsWith('.signed_cookies');
		return signed && hasLogin ? [csrf, name('SESSION_COOKIE_NAME', 'sessionid')] : [csrf];
	});
	return [...new Set(names)];
}
