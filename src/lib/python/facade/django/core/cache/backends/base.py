"""What every cache can do."""

import re
import time
import warnings

from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string


class InvalidCacheBackendError(ImproperlyConfigured):
    pass


class CacheKeyWarning(RuntimeWarning):
    pass


class InvalidCacheKey(ValueError):
    pass


DEFAULT_TIMEOUT = object()
MEMCACHE_MAX_KEY_LENGTH = 250


def default_key_func(key, key_prefix, version):
    return f"{key_prefix}:{version}:{key}"


def get_key_func(key_func):
    if key_func is None:
        return default_key_func
    return key_func if callable(key_func) else import_string(key_func)


def _whole(value, otherwise):
    try:
        return int(value)
    except (ValueError, TypeError):
        return otherwise


class BaseCache:
    """The interface, and whatever can be told in terms of get, set, add and delete."""

    _missing_key = object()

    def __init__(self, params):
        timeout = params.get("timeout", params.get("TIMEOUT", 300))
        self.default_timeout = None if timeout is None else _whole(timeout, 300)
        options = params.get("OPTIONS", {})
        self._max_entries = _whole(params.get("max_entries", options.get("MAX_ENTRIES", 300)), 300)
        self._cull_frequency = _whole(params.get("cull_frequency", options.get("CULL_FREQUENCY", 3)), 3)
        self.key_prefix = params.get("KEY_PREFIX", "")
        self.version = params.get("VERSION", 1)
        self.key_func = get_key_func(params.get("KEY_FUNCTION"))

    def get_backend_timeout(self, timeout=DEFAULT_TIMEOUT):
        seconds = self._seconds(timeout)
        return None if seconds is None else time.time() + seconds

    def _seconds(self, timeout):
        """Seconds to live; `None`: for ever. Zero has passed already."""
        if timeout is DEFAULT_TIMEOUT:
            return self.default_timeout
        return -1 if timeout == 0 else timeout

    def make_key(self, key, version=None):
        return self.key_func(key, self.key_prefix, self.version if version is None else version)

    def validate_key(self, key):
        for warning in memcache_key_warnings(key):
            warnings.warn(warning, CacheKeyWarning)

    def make_and_validate_key(self, key, version=None):
        key = self.make_key(key, version=version)
        self.validate_key(key)
        return key

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        raise NotImplementedError("subclasses of BaseCache must provide an add() method")

    def get(self, key, default=None, version=None):
        raise NotImplementedError("subclasses of BaseCache must provide a get() method")

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        raise NotImplementedError("subclasses of BaseCache must provide a set() method")

    def touch(self, key, timeout=DEFAULT_TIMEOUT, version=None):
        raise NotImplementedError("subclasses of BaseCache must provide a touch() method")

    def delete(self, key, version=None):
        raise NotImplementedError("subclasses of BaseCache must provide a delete() method")

    def clear(self):
        raise NotImplementedError("subclasses of BaseCache must provide a clear() method")

    def close(self, **kwargs):
        pass

    def has_key(self, key, version=None):
        return self.get(key, self._missing_key, version=version) is not self._missing_key

    def __contains__(self, key):
        return self.has_key(key)

    def get_many(self, keys, version=None):
        found = {key: self.get(key, self._missing_key, version=version) for key in keys}
        return {key: value for key, value in found.items() if value is not self._missing_key}

    def set_many(self, data, timeout=DEFAULT_TIMEOUT, version=None):
        for key, value in data.items():
            self.set(key, value, timeout=timeout, version=version)
        return []

    def delete_many(self, keys, version=None):
        for key in keys:
            self.delete(key, version=version)

    def get_or_set(self, key, default, timeout=DEFAULT_TIMEOUT, version=None):
        value = self.get(key, self._missing_key, version=version)
        if value is not self._missing_key:
            return value
        if callable(default):
            default = default()
        self.add(key, default, timeout=timeout, version=version)
        return self.get(key, default, version=version)

    def incr(self, key, delta=1, version=None):
        value = self._present(key, version) + delta
        self.set(key, value, version=version)
        return value

    def decr(self, key, delta=1, version=None):
        return self.incr(key, -delta, version=version)

    def incr_version(self, key, delta=1, version=None):
        if version is None:
            version = self.version
        value = self._present(key, version)
        self.set(key, value, version=version + delta)
        self.delete(key, version=version)
        return version + delta

    def decr_version(self, key, delta=1, version=None):
        return self.incr_version(key, -delta, version)

    def _present(self, key, version):
        value = self.get(key, self._missing_key, version=version)
        if value is self._missing_key:
            raise ValueError(f"Key '{key}' not found")
        return value


_UNFIT = re.compile(r"[\x00-\x20\x7f]")


def memcache_key_warnings(key):
    if len(key) > MEMCACHE_MAX_KEY_LENGTH:
        yield f"Cache key will cause errors if used with memcached: {key!r} (longer than {MEMCACHE_MAX_KEY_LENGTH})"
    if _UNFIT.search(key):
        yield f"Cache key contains characters that will cause errors if used with memcached: {key!r}"


def _twin(name):
    async def twin(self, *args, **kwargs):
        return getattr(self, name)(*args, **kwargs)

    twin.__name__ = "a" + name
    return twin


for _name in (
    "add get set touch delete clear close has_key get_many set_many delete_many get_or_set incr decr incr_version decr_version"
).split():
    setattr(BaseCache, "a" + _name, _twin(_name))
