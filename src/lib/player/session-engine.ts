/** The engines that Django brings, by the last part of their path. */
export const ENGINES = ['db', 'cached_db', 'cache', 'file', 'signed_cookies'] as const;
export type Engine = (typeof ENGINES)[number];

const LINE = /^SESSION_ENGINE\s*=.*$/m;

/** The dotted path of one of Django's engines. */
export function enginePath(engine: Engine): string {
	return `django.contrib.sessions.backends.${engine}`;
}

/** A settings file that names another engine: its line is changed where there is one, else added at the end. */
export function withEngine(settings: string, engine: Engine): string {
	const line = `SESSION_ENGINE = '${enginePath(engine)}'`;
	if (LINE.test(settings)) return settings.replace(LINE, line);
	return `${settings.replace(/\n*$/, '\n')}\n${line}\n`;
}
