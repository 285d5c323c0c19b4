"""Sessions in the table django_session."""

from django.contrib.sessions.backends.base import CreateError, HostedStore, UpdateError  # noqa: F401


class SessionStore(HostedStore):
    engine = "db"

    def __init__(self, session_key=None):
        super().__init__(session_key)

    @classmethod
    def get_model_class(cls):
        from django.contrib.sessions.models import Session

        return Session

    @property
    def model(self):
        return self.get_model_class()

    def create_model_instance(self, data):
        return self.model(
            session_key=self._get_or_create_session_key(),
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
        )
