"""Caches by alias: `caches["default"]`, and `cache` for the default one."""

from django.conf import settings
from django.core.cache.backends.base import BaseCache, CacheKeyWarning, InvalidCacheBackendError, InvalidCacheKey
from django.utils.module_loading import import_string

__all__ = [
    "cache", "caches", "DEFAULT_CACHE_ALIAS", "InvalidCacheBackendError", "CacheKeyWarning", "BaseCache", "InvalidCacheKey",
]

DEFAULT_CACHE_ALIAS = "default"


class CacheHandler:
    """Makes the cache of an alias at its first use. What CACHES says is read once, too."""

    settings_name = "CACHES"
    exception_class = InvalidCacheBackendError

    def __init__(self, settings=None):
        self._settings = settings
        self._connections = {}

    @property
    def settings(self):
        if self._settings is None:
            self._settings = settings.CACHES
        return self._settings

    def __getitem__(self, alias):
        found = self._connections.get(alias)
        if found is None:
            if alias not in self.settings:
                raise self.exception_class(f"The connection '{alias}' doesn't exist.")
            found = self._connections[alias] = self.create_connection(alias)
        return found

    def __setitem__(self, alias, connection):
        self._connections[alias] = connection

    def __delitem__(self, alias):
        del self._connections[alias]

    def __iter__(self):
        return iter(self.settings)

    def create_connection(self, alias):
        params = dict(self.settings[alias])
        backend = params.pop("BACKEND")
        location = params.pop("LOCATION", "")
        try:
            backend_class = import_string(backend)
        except ImportError as error:
            raise InvalidCacheBackendError(f"Could not find backend '{backend}': {error}") from error
        return backend_class(location, params)

    def all(self, initialized_only=False):
        return [self[alias] for alias in self if not initialized_only or alias in self._connections]

    def close_all(self):
        for connection in self.all(initialized_only=True):
            connection.close()

    def forget(self):
        """CACHES was changed by `override_settings`: make all caches anew. Their stores stay."""
        self._settings = None
        self._connections.clear()


class _DefaultCache:
    """Stands for the default cache of the moment."""

    def __getattr__(self, name):
        return getattr(caches[DEFAULT_CACHE_ALIAS], name)

    def __setattr__(self, name, value):
        setattr(caches[DEFAULT_CACHE_ALIAS], name, value)

    def __delattr__(self, name):
        delattr(caches[DEFAULT_CACHE_ALIAS], name)

    def __contains__(self, key):
        return key in caches[DEFAULT_CACHE_ALIAS]

    def __eq__(self, other):
        return caches[DEFAULT_CACHE_ALIAS] == other


caches = CacheHandler()
cache = _DefaultCache()


def close_caches(**kwargs):
    caches.close_all()
