"""Sessions in the cache alone."""

from django.contrib.sessions.backends.base import CreateError, HostedStore, UpdateError  # noqa: F401

KEY_PREFIX = "django.contrib.sessions.cache"


class SessionStore(HostedStore):
    engine = "cache"
    cache_key_prefix = KEY_PREFIX

    @property
    def cache_key(self):
        return self.cache_key_prefix + self._get_or_create_session_key()
