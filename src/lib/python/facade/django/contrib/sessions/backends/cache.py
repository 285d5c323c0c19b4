"""Sessions in the cache alone."""

from _crumbtrail import host
from django.conf import settings
from django.contrib.sessions.backends.base import CreateError, HostedStore, UpdateError  # noqa: F401
from django.core.cache import caches

KEY_PREFIX = "django.contrib.sessions.cache"


class SessionStore(HostedStore):
    engine = "cache"
    cache_key_prefix = KEY_PREFIX

    def __init__(self, session_key=None):
        self._cache = caches[settings.SESSION_CACHE_ALIAS]
        super().__init__(session_key)

    @property
    def cache_key(self):
        return self.cache_key_prefix + self._get_or_create_session_key()


if host("version.has", "asyncSessions"):

    async def _acache_key(self):
        return self.cache_key_prefix + await self._aget_or_create_session_key()

    SessionStore.acache_key = _acache_key
