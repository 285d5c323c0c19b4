"""A cache in files of the machine's disk: a file for each key, which every process sees."""

import hashlib
import os
import pickle
import random
import tempfile
import time
import zlib

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache


class FileBasedCache(BaseCache):
    """An entry's file holds two things after each other: when it expires, and its value, compressed."""

    cache_suffix = ".djcache"
    pickle_protocol = pickle.HIGHEST_PROTOCOL

    def __init__(self, dir, params):
        super().__init__(params)
        self._dir = os.path.abspath(dir)
        self._createdir()

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        free = not self.has_key(key, version)
        if free:
            self.set(key, value, timeout, version)
        return free

    def get(self, key, default=None, version=None):
        try:
            with open(self._key_to_file(key, version), "rb") as file:
                return default if self._is_expired(file) else self._read_value(file)
        except FileNotFoundError:
            return default

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        self._createdir()
        path = self._key_to_file(key, version)
        self._cull()
        descriptor, draft = tempfile.mkstemp(dir=self._dir)
        try:
            with open(descriptor, "wb") as file:
                self._write_content(file, timeout, value)
            os.replace(draft, path)
        except BaseException:
            os.remove(draft)
            raise

    def touch(self, key, timeout=DEFAULT_TIMEOUT, version=None):
        try:
            with open(self._key_to_file(key, version), "r+b") as file:
                if self._is_expired(file):
                    return False
                value = self._read_value(file)
                file.seek(0)
                self._write_content(file, timeout, value)
                return True
        except FileNotFoundError:
            return False

    def has_key(self, key, version=None):
        try:
            with open(self._key_to_file(key, version), "rb") as file:
                return not self._is_expired(file)
        except FileNotFoundError:
            return False

    def delete(self, key, version=None):
        return self._delete(self._key_to_file(key, version))

    def clear(self):
        for path in self._list_cache_files():
            self._delete(path)

    # Files.

    def _key_to_file(self, key, version=None):
        made = self.make_and_validate_key(key, version=version)
        return os.path.join(self._dir, hashlib.md5(made.encode(), usedforsecurity=False).hexdigest() + self.cache_suffix)

    def _read_value(self, file):
        return pickle.loads(zlib.decompress(file.read()))

    def _write_content(self, file, timeout, value):
        file.write(pickle.dumps(self.get_backend_timeout(timeout), self.pickle_protocol))
        file.write(zlib.compress(pickle.dumps(value, self.pickle_protocol)))

    def _is_expired(self, file):
        """Whether an open file holds nothing that still counts; then it goes."""
        try:
            expires = pickle.load(file)
        except EOFError:
            expires = 0
        if expires is None or expires >= time.time():
            return False
        file.close()
        self._delete(file.name)
        return True

    def _delete(self, path):
        if not path.startswith(self._dir) or not os.path.exists(path):
            return False
        os.remove(path)
        return True

    def _createdir(self):
        os.makedirs(self._dir, 0o700, exist_ok=True)

    def _list_cache_files(self):
        return [os.path.join(self._dir, name) for name in os.listdir(self._dir) if name.endswith(self.cache_suffix)]

    def _cull(self):
        """Make room when there are MAX_ENTRIES: one in CULL_FREQUENCY goes, by chance."""
        paths = self._list_cache_files()
        if len(paths) < self._max_entries:
            return
        if self._cull_frequency == 0:
            self.clear()
            return
        for path in random.sample(paths, int(len(paths) / self._cull_frequency)):
            self._delete(path)
