import { DjangoError } from '../../error.ts';
import { createError, createUntilFree, updateError, type SessionEngine } from '../engine.ts';

/** `create()` gives up after so many keys: the cache is then most likely away. */
const MOST_ATTEMPTS = 10_000;

/** Sessions in a cache alone: `django.contrib.sessions.backends.cache`. */
export const cache: SessionEngine = {
	load(self, { say, cachedElsewhere }) {
		const cacheKey = self.cacheKey();
		const held = self.cache.get(cacheKey);
		if (held !== null) return held;
		if (self.key !== null) {
			const reason = cachedElsewhere?.(cacheKey) ? 'OtherWorker' : 'NoSuchSession';
			say({ type: 'session.missed', key: self.key, reason });
		}
		self.key = null;
		return self.empty();
	},

	exists(key, _context, self) {
		return Boolean(key) && self.cache.has(self.cachePrefix() + String(key));
	},

	create(self) {
		if (createUntilFree(self, MOST_ATTEMPTS)) return;
		throw new DjangoError(
			'RuntimeError',
			'Unable to create a new session key. It is likely that the cache is unavailable.'
		);
	},

	save(self, mustCreate) {
		if (self.key === null) {
			self.create();
			return;
		}
		const { cache } = self;
		if (!mustCreate && cache.get(self.cacheKey()) === null) throw updateError();
		const data = self.data(mustCreate);
		const age = self.expiryAge();
		if (!mustCreate) cache.set(self.cacheKey(), data, age);
		else if (!cache.add(self.cacheKey(), data, age)) throw createError();
	},

	remove(self, key, { say }) {
		const doomed = key ?? self.key;
		if (doomed === null) return;
		self.cache.remove(self.cachePrefix() + doomed);
		say({ type: 'session.deleted', key: doomed });
	},

	clearExpired() {
		// The cache forgets by itself.
	}
};
