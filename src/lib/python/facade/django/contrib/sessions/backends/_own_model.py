"""Sessions whose model, or whose way to a row, is a project's own: through the model, as its class says."""

from django.contrib.sessions.backends import _objects
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone


def is_own(cls):
    """Whether a class of stores has its own model, or changes how rows are read or made."""
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session

    return (
        cls.get_model_class() is not Session
        or cls.create_model_instance is not SessionStore.create_model_instance
        or cls._get_session_from_db is not SessionStore._get_session_from_db
    )


def load(store):
    if not _is_cached(store):
        row = store._get_session_from_db()
        return store.decode(row.session_data) if row else {}
    try:
        data = store._cache.get(store.cache_key)
    except Exception:
        data = None
    if data is not None:
        return data
    row = store._get_session_from_db()
    if not row:
        return {}
    data = store.decode(row.session_data)
    store._cache.set(store.cache_key, data, store.get_expiry_age(expiry=row.expire_date))
    return data


def row_of(store):
    try:
        return store.model.objects.get(session_key=store.session_key, expire_date__gt=timezone.now())
    except store.model.DoesNotExist:
        store._session_key = None
        return None


def exists(store, session_key):
    if _is_cached(store) and session_key and store.cache_key_prefix + session_key in store._cache:
        return True
    return store.model.objects.filter(session_key=session_key).exists()


def save(store, must_create):
    if store.session_key is None:
        store.create()
        return
    _save_row(store, must_create)
    if _is_cached(store):
        try:
            store._cache.set(store.cache_key, store._session, store.get_expiry_age())
        except Exception:
            if not _forgiving():
                raise
            _objects.logger.exception("Error saving to cache (%s)", store._cache)


def _save_row(store, must_create):
    from django.contrib.sessions.backends.base import CreateError, UpdateError

    row = store.create_model_instance(store._get_session(no_load=must_create))
    try:
        with transaction.atomic():
            row.save(force_insert=must_create, force_update=not must_create)
    except IntegrityError:
        if must_create:
            raise CreateError from None
        raise
    except DatabaseError:
        if not must_create:
            raise UpdateError from None
        raise


def delete(store, session_key=None):
    session_key = session_key or store.session_key
    if session_key is None:
        return
    try:
        store.model.objects.get(session_key=session_key).delete()
    except store.model.DoesNotExist:
        pass
    if _is_cached(store):
        store._cache.delete(store.cache_key_prefix + session_key)


def clear_expired(cls):
    cls.get_model_class().objects.filter(expire_date__lt=timezone.now()).delete()


def _is_cached(store):
    return store.engine == "cached_db"


def _forgiving():
    from _crumbtrail import host

    return host("version.has", "cacheMayFail")
