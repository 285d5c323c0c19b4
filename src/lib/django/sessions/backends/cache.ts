import { DjangoError } from '../../error.ts';
import { createError, createUntilFree, updateError, type SessionEngine } from '../engine.ts';

/** `create()` gives up after so many keys: the cache is then most likely away. */
const MOST_ATTEMPTS = 10_000;

/** Sessions in a cache alone: `django.contrib.sessions.backends.cache`. */
export const cache: SessionEngine = {
	load(self, { cache, say }) {
		const held = cache().get(self.cacheKey());
		if (held) return self.unpickle(held);
		if (self.key !== null) say({ type: 'session.missed', key: self.key, reason: 'NoSuchSession' });
		self.key = null;
		return self.empty();
	},

	exists(key, { cache }, self) {
		return Boolean(key) && cache().has(self.cachePrefix() + String(key));
	},

	create(self) {
		if (createUntilFree(self, MOST_ATTEMPTS)) return;
		throw new DjangoError(
			'RuntimeError',
			'Unable to create a new session key. It is likely that the cache is unavailable.'
		);
	},

	save(self, mustCreate, context) {
		if (self.key === null) {
			self.create();
			return;
		}
		const store = context.cache();
		if (!mustCreate && !store.get(self.cacheKey())) throw updateError();
		const value = self.pickle(self.data(mustCreate));
		const age = self.expiryAge();
		if (!mustCreate) store.set(self.cacheKey(), value, age);
		else if (!store.add(self.cacheKey(), value, age)) throw createError();
	},

	remove(self, key, { cache, say }) {
		const doomed = key ?? self.key;
		if (doomed === null) return;
		if (cache().remove(self.cachePrefix() + doomed)) say({ type: 'session.deleted', key: doomed });
	},

	clearExpired() {
		// The cache forgets by itself.
	}
};
