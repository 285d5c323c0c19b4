import { MICROS_PER_SECOND, parseInstant } from '../../../time/instant.ts';
import type { SessionEngine } from '../engine.ts';
import { db, liveRow } from './db.ts';

/** Written through to the table, read from the cache first: `django.contrib.sessions.backends.cached_db`. */
export const cached_db: SessionEngine = {
	...db,

	load(self, context) {
		const held = self.cache.get(self.cacheKey());
		if (held !== null) return held;
		const row = liveRow(self, context);
		if (!row) return self.empty();
		const data = self.decode(row.data);
		const age = Math.floor((parseInstant(row.expires) - parseInstant(context.nowSql())) / MICROS_PER_SECOND);
		self.cache.set(self.cacheKey(), data, age);
		return data;
	},

	exists(key, context, self) {
		const cached = Boolean(key) && self.cache.has(self.cachePrefix() + String(key));
		return cached || db.exists(key, context, self);
	},

	save(self, mustCreate, context) {
		db.save(self, mustCreate, context);
		const write = () => {
			self.cache.set(self.cacheKey(), self.data(false), self.expiryAge());
		};
		if (context.version.cacheMayFail) self.logFailure(write);
		else write();
	},

	remove(self, key, context) {
		db.remove(self, key, context);
		const doomed = key ?? self.key;
		if (doomed !== null) self.cache.remove(self.cachePrefix() + doomed);
	}
};
