"""Sessions in the table, read from the cache first."""

from _crumbtrail import host
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as DBStore
from django.core.cache import caches

KEY_PREFIX = "django.contrib.sessions.cached_db"


class SessionStore(DBStore):
    engine = "cached_db"
    cache_key_prefix = KEY_PREFIX

    def __init__(self, session_key=None):
        self._cache = caches[settings.SESSION_CACHE_ALIAS]
        super().__init__(session_key)

    @property
    def cache_key(self):
        return self.cache_key_prefix + self._get_or_create_session_key()

    def flush(self):
        self.clear()
        self.delete(self.session_key)
        self._session_key = None


if host("version.has", "asyncSessions"):

    async def _acache_key(self):
        return self.cache_key_prefix + await self._aget_or_create_session_key()

    SessionStore.acache_key = _acache_key
