"""A cache in the memory of one process; the host keeps what is in it, so that it can be shown."""

import pickle

from _crumbtrail import host
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache


class LocMemCache(BaseCache):
    pickle_protocol = pickle.HIGHEST_PROTOCOL

    def __init__(self, name, params):
        super().__init__(params)
        # Caches of one LOCATION share their entries.
        self._name = str(name)

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        return self._put("locmem.add", key, value, timeout, version)

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        self._put("locmem.set", key, value, timeout, version)

    def _put(self, how, key, value, timeout, version):
        key = self.make_and_validate_key(key, version=version)
        pickled = pickle.dumps(value, self.pickle_protocol)
        return host(how, self._name, key, _text(pickled), self._seconds(timeout), self._max_entries, self._cull_frequency)

    def get(self, key, default=None, version=None):
        pickled = host("locmem.get", self._name, self.make_and_validate_key(key, version=version))
        return default if pickled is None else pickle.loads(_bytes(pickled))

    def touch(self, key, timeout=DEFAULT_TIMEOUT, version=None):
        key = self.make_and_validate_key(key, version=version)
        return host("locmem.touch", self._name, key, self._seconds(timeout))

    def incr(self, key, delta=1, version=None):
        made = self.make_and_validate_key(key, version=version)
        pickled = host("locmem.get", self._name, made)
        if pickled is None:
            raise ValueError(f"Key '{made}' not found")
        value = pickle.loads(_bytes(pickled)) + delta
        host("locmem.replace", self._name, made, _text(pickle.dumps(value, self.pickle_protocol)))
        return value

    def has_key(self, key, version=None):
        return host("locmem.has", self._name, self.make_and_validate_key(key, version=version))

    def delete(self, key, version=None):
        return host("locmem.delete", self._name, self.make_and_validate_key(key, version=version))

    def clear(self):
        host("locmem.clear", self._name)


# Bytes cross to the host as text, a character a byte: that is six times as fast as an array.


def _text(pickled):
    return pickled.decode("latin-1")


def _bytes(text):
    return text.encode("latin-1")
