"""The session object: the dictionary and its flags live here, what is done with them is decided by the host."""

import base64
import datetime
import json
import string

from _crumbtrail import host, learner_line
from django.conf import settings
from django.contrib.sessions.backends import _objects
from django.utils import timezone
from django.utils.asyncio import run_sync
from django.utils.crypto import get_random_string, salted_hmac
from django.utils.module_loading import import_string

# What `_session_expiry` may hold as a moment; newer versions keep its ISO text.
_MOMENTS = (datetime.datetime, str) if host("version.has", "isoExpiry") else (datetime.datetime,)
VALID_KEY_CHARS = string.ascii_lowercase + string.digits


class CreateError(Exception):
    """A new session could not be made: the key is taken."""


class UpdateError(Exception):
    """The session that was to be saved is gone."""


class SessionBase:
    """A dictionary that knows whether it was looked at, changed, and where it is kept."""

    TEST_COOKIE_NAME = "testcookie"
    TEST_COOKIE_VALUE = "worked"

    __not_given = object()

    def __init__(self, session_key=None):
        self._session_key = session_key
        self.accessed = False
        self.modified = False
        self.serializer = import_string(settings.SESSION_SERIALIZER)

    # The dictionary.

    def __contains__(self, key):
        _tell("read", key)
        return key in self._session

    def __getitem__(self, key):
        _tell("read", key)
        return self._session[key]

    def __setitem__(self, key, value):
        self._session[key] = value
        self.modified = True
        _tell("set", key)

    def __delitem__(self, key):
        del self._session[key]
        self.modified = True
        _tell("deleted", key)

    def get(self, key, default=None):
        _tell("read", key)
        return self._session.get(key, default)

    def pop(self, key, default=__not_given):
        self.modified = self.modified or key in self._session
        _tell("deleted", key)
        args = () if default is self.__not_given else (default,)
        return self._session.pop(key, *args)

    def setdefault(self, key, value):
        if key in self._session:
            _tell("read", key)
            return self._session[key]
        self[key] = value
        return value

    def update(self, dict_):
        self._session.update(dict_)
        self.modified = True
        for key in dict(dict_):
            _tell("set", key)

    def has_key(self, key):
        return key in self

    def keys(self):
        _tell("read", "*")
        return self._session.keys()

    def values(self):
        _tell("read", "*")
        return self._session.values()

    def items(self):
        _tell("read", "*")
        return self._session.items()

    def clear(self):
        # The old data need not be loaded to be thrown away.
        self._session_cache = {}
        self.accessed = True
        self.modified = True
        _tell("cleared", "*")

    def is_empty(self):
        try:
            return not self._session_key and not self._session_cache
        except AttributeError:
            return True

    # The test cookie.

    def set_test_cookie(self):
        self[self.TEST_COOKIE_NAME] = self.TEST_COOKIE_VALUE

    def test_cookie_worked(self):
        return self.get(self.TEST_COOKIE_NAME) == self.TEST_COOKIE_VALUE

    def delete_test_cookie(self):
        del self[self.TEST_COOKIE_NAME]

    # Encoding.

    @property
    def key_salt(self):
        return "django.contrib.sessions." + self.__class__.__qualname__

    def encode(self, session_dict):
        data = _bytes(self.serializer().dumps(session_dict))
        # Bytes cross as text, a character a byte.
        return host("session.encode", data.decode("latin-1"), self.key_salt, self._legacy_salt())

    def decode(self, session_data):
        return _objects.read(host("session.decode", session_data, self.key_salt, self._legacy_salt()), self.serializer, session_data)

    def _legacy_salt(self):
        return "django.contrib.sessions" + self.__class__.__name__

    # The key.

    def _validate_session_key(self, key):
        return key and len(key) >= 8

    def _get_session_key(self):
        return self.__session_key

    def _set_session_key(self, value):
        self.__session_key = value if self._validate_session_key(value) else None

    session_key = property(_get_session_key)
    _session_key = property(_get_session_key, _set_session_key)

    def _get_new_session_key(self):
        while True:
            session_key = get_random_string(32, VALID_KEY_CHARS)
            if not self.exists(session_key):
                return session_key

    def _get_or_create_session_key(self):
        if self._session_key is None:
            self._session_key = self._get_new_session_key()
        return self._session_key

    def _get_session(self, no_load=False):
        self.accessed = True
        try:
            return self._session_cache
        except AttributeError:
            if self.session_key is None or no_load:
                self._session_cache = {}
            else:
                key = self.session_key
                self._session_cache = self.load()
                if self.session_key is not None and isinstance(self._session_cache, dict):
                    names = json.dumps([str(name) for name in self._session_cache])
                    host("session.loaded", key, names, *(learner_line() or ()))
        return self._session_cache

    _session = property(_get_session)

    def cycle_key(self):
        data, key = self._session, self.session_key
        self.create()
        self._session_cache = data
        if key:
            self.delete(key)
        host("session.cycled", key, self.session_key)

    def flush(self):
        self.clear()
        self.delete()
        self._session_key = None

    # Expiry.

    def get_session_cookie_age(self):
        return settings.SESSION_COOKIE_AGE

    def _expiry_of(self, kwargs):
        modification = kwargs.get("modification") or timezone.now() if "modification" in kwargs else timezone.now()
        expiry = kwargs["expiry"] if "expiry" in kwargs else self.get("_session_expiry")
        return modification, expiry

    def get_expiry_age(self, **kwargs):
        """Seconds until the session expires."""
        modification, expiry = self._expiry_of(kwargs)
        if not expiry:
            return self.get_session_cookie_age()
        if not isinstance(expiry, _MOMENTS):
            return expiry
        if isinstance(expiry, str):
            expiry = datetime.datetime.fromisoformat(expiry)
        delta = expiry - modification
        return delta.days * 86400 + delta.seconds

    def get_expiry_date(self, **kwargs):
        """The moment at which the session expires."""
        modification, expiry = self._expiry_of(kwargs)
        if isinstance(expiry, datetime.datetime):
            return expiry
        if isinstance(expiry, _MOMENTS):
            return datetime.datetime.fromisoformat(expiry)
        return modification + datetime.timedelta(seconds=expiry or self.get_session_cookie_age())

    def set_expiry(self, value):
        if value is None:
            try:
                del self["_session_expiry"]
            except KeyError:
                pass
            return
        if isinstance(value, datetime.timedelta):
            value = timezone.now() + value
        if isinstance(value, datetime.datetime) and host("version.has", "isoExpiry"):
            value = value.isoformat()
        self["_session_expiry"] = value

    def get_expire_at_browser_close(self):
        expiry = self.get("_session_expiry")
        if expiry is None:
            return settings.SESSION_EXPIRE_AT_BROWSER_CLOSE
        return expiry == 0

    # What an engine must do.

    def exists(self, session_key):
        raise NotImplementedError("subclasses of SessionBase must provide an exists() method")

    def create(self):
        raise NotImplementedError("subclasses of SessionBase must provide a create() method")

    def save(self, must_create=False):
        raise NotImplementedError("subclasses of SessionBase must provide a save() method")

    def delete(self, session_key=None):
        raise NotImplementedError("subclasses of SessionBase must provide a delete() method")

    def load(self):
        raise NotImplementedError("subclasses of SessionBase must provide a load() method")

    @classmethod
    def clear_expired(cls):
        raise NotImplementedError("This backend does not support clear_expired().")


def _bytes(serialized):
    """What a serializer made, which must be bytes."""
    if isinstance(serialized, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return serialized


def _tell(change, key):
    """Tell the trace; the session's own bookkeeping keys are no news."""
    if key != "_session_expiry":
        where = learner_line()
        if where is not None:
            host("session.touched", change, str(key), *where)


class HostedStore(SessionBase):
    """A store whose work is done by the engine of the host that `engine` names."""

    engine = None

    def load(self):
        return _objects.take(host("session.load", self.engine, _objects.ref(self), self._session_key))

    def exists(self, session_key):
        return host("session.exists", self.engine, _objects.ref(self), session_key)

    def create(self):
        host("session.create", self.engine, _objects.ref(self))

    def save(self, must_create=False):
        host("session.save", self.engine, _objects.ref(self), must_create)

    def delete(self, session_key=None):
        host("session.delete", self.engine, _objects.ref(self), session_key)

    @classmethod
    def clear_expired(cls):
        host("session.clear_expired", cls.engine)


def add_async_twins(cls, names):
    """Give a class the asynchronous twin `aNAME` of each method NAME."""
    for name in names:
        setattr(cls, f"_a{name[1:]}" if name.startswith("_") else "a" + name, _twin(name))


def _twin(name):
    async def twin(self, *args, **kwargs):
        return run_sync(getattr(self, name), *args, **kwargs)

    twin.__name__ = "a" + name
    return twin


if host("version.has", "asyncSessions"):
    add_async_twins(
        SessionBase,
        "get set pop setdefault update has_key keys values items cycle_key flush exists create save delete load "
        "get_expiry_age get_expiry_date set_expiry get_expire_at_browser_close set_test_cookie test_cookie_worked "
        "delete_test_cookie _get_new_session_key _get_or_create_session_key _get_session".split(),
    )

    async def _aset(self, key, value):
        run_sync(self.__setitem__, key, value)

    async def _aclear_expired(cls):
        return run_sync(cls.clear_expired)

    SessionBase.aset = _aset
    SessionBase.aclear_expired = classmethod(_aclear_expired)
if host("version.has", "legacyEncoding"):
    # The old encoding is told by its form: one reader takes both.
    SessionBase._legacy_decode = lambda self, session_data: self.decode(session_data)

    def _hash(self, value):
        return salted_hmac(self._legacy_salt(), value).hexdigest()

    def _legacy_encode(self, session_dict):
        data = _bytes(self.serializer().dumps(session_dict))
        return base64.b64encode(self._hash(data).encode() + b":" + data).decode("ascii")

    SessionBase._hash = _hash
    SessionBase._legacy_encode = _legacy_encode
if host("version.has", "sessionTruth"):
    SessionBase.__bool__ = lambda self: not self.is_empty()
