"""Sessions in the table django_session."""

from django.contrib.sessions.backends.base import CreateError, HostedStore, UpdateError  # noqa: F401
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
        self._reach_table()
        return super().load()

    def exists(self, session_key):
        self._reach_table()
        return super().exists(session_key)

    def save(self, must_create=False):
        self._reach_table()
        super().save(must_create)

    def delete(self, session_key=None):
        self._reach_table()
        super().delete(session_key)

    def _reach_table(self):
        self.model
        check_sync()

    def create_model_instance(self, data):
        return self.model(
            session_key=self._get_or_create_session_key(),
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
        )
