"""Session objects as the host sees them: by number. Their data goes through here and stays in Python."""

import base64
import datetime
import itertools
import logging
import time
import weakref

from django.conf import settings
from django.utils import timezone

_sessions = weakref.WeakValueDictionary()
_numbers = itertools.count(1)
_data = {}
_data_numbers = itertools.count(1)

logger = logging.getLogger("django.contrib.sessions")


def ref(session):
    """The number of a session object."""
    number = session.__dict__.get("_host_number")
    if number is None:
        number = session.__dict__["_host_number"] = next(_numbers)
        _sessions[number] = session
    return number


def _hold(data):
    number = next(_data_numbers)
    _data[number] = data
    return number


def take(number):
    """The data that the host chose; whatever else was held on the way is let go."""
    data = _data[number]
    _data.clear()
    return data


def read(answer, serializer, session_data):
    """Data out of what `session.decode` answered: bytes as text to deserialize, or None for a session that reads empty."""
    if answer is None:
        return {}
    try:
        return serializer().loads(answer.encode("latin-1"))
    except Exception:
        from _crumbtrail import host

        if host("version.has", "legacyEncoding"):
            # What the serializer refuses may be of the old encoding; what is none complains here.
            base64.b64decode(session_data.encode("ascii"))
        host("session.unreadable")
        return {}


def get_key(number):
    return _sessions[number]._session_key


def set_key(number, key):
    _sessions[number]._session_key = key


def cached(number):
    return _hold(_sessions[number]._session_cache)


def set_cached(number, data):
    _sessions[number]._session_cache = _data[data]


def set_modified(number):
    _sessions[number].modified = True


def empty():
    return _hold({})


def data(number, no_load):
    return _hold(_sessions[number]._get_session(no_load=no_load))


def new_key(number):
    return _sessions[number]._get_new_session_key()


def encode(number, data):
    return _sessions[number].encode(_data[data])


def decode(number, text):
    return _hold(_sessions[number].decode(text))


def serialize(number, data):
    from django.contrib.sessions.backends.base import _bytes

    return _bytes(_sessions[number].serializer().dumps(_data[data])).decode("latin-1")


def try_deserialize(number, data):
    try:
        return _hold(_sessions[number].serializer().loads(data.encode("latin-1")))
    except Exception:
        return None


def expiry_date(number):
    return sql_datetime(_sessions[number].get_expiry_date())


def own_expiry_date(number):
    """The date, unless the project's own code or an odd setting has to do with it."""
    from django.contrib.sessions.backends.base import SessionBase

    kind = type(_sessions[number])
    if (
        kind.get_expiry_date is not SessionBase.get_expiry_date
        or kind.get_session_cookie_age is not SessionBase.get_session_cookie_age
        or kind.get is not SessionBase.get
        or kind.__getitem__ is not SessionBase.__getitem__
    ):
        return None
    try:
        return expiry_date(number)
    except Exception:
        return None


def expiry_age(number):
    age = _sessions[number].get_expiry_age()
    # What is no number is refused as a cache refuses it.
    return age if age is None or isinstance(age, (int, float)) else time.time() + age


def cookie_age(number):
    session = _sessions[number]
    method = getattr(session, "get_session_cookie_age", None)
    age = method() if method else settings.SESSION_COOKIE_AGE
    if isinstance(age, datetime.timedelta):
        return age.total_seconds()
    # A cookie whose age is no number never counts as young enough.
    return age if age is None or isinstance(age, (int, float)) else -1


def read_date(text):
    """A date as the database gives it; raises ValueError where it is no moment."""
    from django.utils.dateparse import parse_datetime

    parse_datetime(text)


def file_path(number, key):
    from django.contrib.sessions.exceptions import InvalidSessionKey

    try:
        return str(_sessions[number]._key_to_file(key))
    except InvalidSessionKey:
        return None


def file_expiry_age(number, data):
    session = _sessions[number]
    return session.get_expiry_age(expiry=session._expiry_date(_data[data]))


def create(number):
    _sessions[number].create()


def save(number, must_create):
    _sessions[number].save(must_create=must_create)


def remove(number, key):
    session = _sessions[number]
    session.delete() if key is None else session.delete(key)


def exists(number, key):
    return _sessions[number].exists(key)


def clear(number):
    _sessions[number].clear()


def cache_prefix(number):
    return _sessions[number].cache_key_prefix


def cache_key(number):
    return _sessions[number].cache_key


def cache_get(number, key):
    try:
        data = _sessions[number]._cache.get(key)
    except Exception:
        # A cache may refuse a key that a browser made up.
        return None
    return None if data is None else _hold(data)


def cache_set(number, key, data, timeout):
    _sessions[number]._cache.set(key, _data[data], timeout)


def cache_add(number, key, data, timeout):
    return bool(_sessions[number]._cache.add(key, _data[data], timeout))


def cache_has(number, key):
    return key in _sessions[number]._cache


def cache_delete(number, key):
    _sessions[number]._cache.delete(key)


def log_cache_failure(number, error):
    from _crumbtrail import _errors

    logger.error("Error saving to cache (%s)", _sessions[number]._cache, exc_info=_errors[error])


def sql_datetime(value):
    """A datetime as the SQLite backend stores it: in UTC with USE_TZ, else as it is."""
    if timezone.is_aware(value):
        if not settings.USE_TZ:
            raise ValueError("SQLite backend does not support timezone-aware datetimes when USE_TZ is False.")
        value = value.astimezone(datetime.timezone.utc).replace(tzinfo=None)
    elif settings.USE_TZ:
        value = timezone.make_aware(value).astimezone(datetime.timezone.utc).replace(tzinfo=None)
    return str(value)
