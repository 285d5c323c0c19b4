import type { CachePort } from '../../django/cache/cache.ts';
import type { ProjectHost } from '../../django/server.ts';
import type { SqlRunner } from '../../django/sql/sql-runner.ts';
import type { BridgeFunction } from '../interpreter/python-space.ts';

/** What management commands work with. */
export interface CommandSite {
	readonly host: ProjectHost;
	readonly sql: SqlRunner;
	cache(alias: string): CachePort;
	setting(name: string): unknown;
}

/** What `django.core.management` and the caches ask of the host. */
export function commandFunctions(site: CommandSite): Readonly<Record<string, BridgeFunction>> {
	return {
		'cache.get': (alias: string, key: string) => site.cache(alias).get(key),
		'cache.set': (alias: string, key: string, value: Uint8Array, timeout: number | null) => {
			site.cache(alias).set(key, value, timeout);
		},
		'cache.add': (alias: string, key: string, value: Uint8Array, timeout: number | null) =>
			site.cache(alias).add(key, value, timeout),
		'cache.delete': (alias: string, key: string) => site.cache(alias).remove(key),
		'cache.has': (alias: string, key: string) => site.cache(alias).has(key),
		'cache.clear': (alias: string) => {
			site.cache(alias).clear();
		},
		'sql.select': (sql: string, params: (string | number | null)[]) => site.sql.select(sql, params),
		'sql.execute': (sql: string, params: (string | number | null)[]) => site.sql.execute(sql, params)
	};
}
