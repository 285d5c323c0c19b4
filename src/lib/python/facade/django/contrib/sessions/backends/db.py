"""Sessions in the table django_session."""

from _crumbtrail import host
from django.contrib.sessions.backends import _own_model
from django.contrib.sessions.backends.base import CreateError, HostedStore, UpdateError, add_async_twins  # noqa: F401
from django.utils.asyncio import check_sync
from django.utils.functional import cached_property


class SessionStore(HostedStore):
    engine = "db"

    def __init__(self, session_key=None):
        super().__init__(session_key)

    @classmethod
    def get_model_class(cls):
        from django.contrib.sessions.models import Session

        return Session

    @cached_property
    def model(self):
        return self.get_model_class()

    # The model's module complains where the app is not installed, and the database in asynchronous code.

    def load(self):
        return _own_model.load(self) if self._reach_table() else super().load()

    def exists(self, session_key):
        return _own_model.exists(self, session_key) if self._reach_table() else super().exists(session_key)

    def save(self, must_create=False):
        if self._reach_table():
            _own_model.save(self, must_create)
        else:
            super().save(must_create)

    def delete(self, session_key=None):
        if self._reach_table():
            _own_model.delete(self, session_key)
        else:
            super().delete(session_key)

    @classmethod
    def clear_expired(cls):
        if _own_model.is_own(cls):
            _own_model.clear_expired(cls)
        else:
            super().clear_expired()

    def _reach_table(self):
        """Returns whether the table, or how its rows are made, is the project's own."""
        self.model
        check_sync()
        return _own_model.is_own(type(self))

    def _get_session_from_db(self):
        return _own_model.row_of(self)

    def create_model_instance(self, data):
        return self.model(
            session_key=self._get_or_create_session_key(),
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
        )


if host("version.has", "asyncSessions"):
    add_async_twins(SessionStore, ("_get_session_from_db", "create_model_instance"))
