"""Sessions in the table, read from the cache first."""

from django.contrib.sessions.backends.db import SessionStore as DBStore

KEY_PREFIX = "django.contrib.sessions.cached_db"


class SessionStore(DBStore):
    engine = "cached_db"
    cache_key_prefix = KEY_PREFIX

    @property
    def cache_key(self):
        return self.cache_key_prefix + self._get_or_create_session_key()

    def flush(self):
        self.clear()
        self.delete(self.session_key)
        self._session_key = None
