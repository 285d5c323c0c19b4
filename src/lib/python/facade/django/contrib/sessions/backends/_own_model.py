"""Sessions in a model of a project's own: through the model, as its class says."""

from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone


def load(store):
    row = row_of(store)
    return store.decode(row.session_data) if row else {}


def row_of(store):
    try:
        return store.model.objects.get(session_key=store.session_key, expire_date__gt=timezone.now())
    except store.model.DoesNotExist:
        store._session_key = None
        return None


def exists(store, session_key):
    return store.model.objects.filter(session_key=session_key).exists()


def save(store, must_create):
    from django.contrib.sessions.backends.base import CreateError, UpdateError

    if store.session_key is None:
        store.create()
        return
    data = store._get_session(no_load=must_create)
    row = store.create_model_instance(data)
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


def clear_expired(cls):
    cls.get_model_class().objects.filter(expire_date__lt=timezone.now()).delete()
