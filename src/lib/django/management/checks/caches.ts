import { error, warning, type CheckGroup } from './check.ts';

/** What can be told of CACHES without looking where it keeps its files. */
export const caches: CheckGroup = {
	tag: 'caches',
	run({ setting, fileCaches }) {
		const defined = setting('CACHES') as Record<string, unknown> | undefined;
		const missing =
			defined && 'default' in defined
				? []
				: [error('caches.E001', "You must define a 'default' cache in your CACHES setting.")];
		const relative = fileCaches()
			.filter(({ absolute }) => !absolute)
			.map(({ alias }) =>
				warning(
					'caches.W003',
					`Your '${alias}' cache LOCATION path is relative. Use an absolute path instead.`
				)
			);
		return [...missing, ...relative];
	}
};

/** File caches in folders that a web server may hand out. */
export const exposedCaches: CheckGroup = {
	tag: 'caches',
	deploy: true,
	run({ fileCaches }) {
		return fileCaches().flatMap(({ alias, exposed }) =>
			exposed.map(([setting, relation]) =>
				warning(
					'caches.W002',
					`Your '${alias}' cache configuration might expose your cache or lead to corruption of your data because its LOCATION ${relation} ${setting}.`
				)
			)
		);
	}
};
