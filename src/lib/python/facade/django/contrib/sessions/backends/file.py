"""Sessions as files."""

from _crumbtrail import host
from django.contrib.sessions.backends.base import CreateError, HostedStore, UpdateError  # noqa: F401


class SessionStore(HostedStore):
    engine = "file"

    def __init__(self, session_key=None):
        self.storage_path = self._get_storage_path()
        super().__init__(session_key)

    @classmethod
    def _get_storage_path(cls):
        return host("session.storage_folder")

    def clean(self):
        pass

    @classmethod
    def clear_expired(cls):
        for key in host("session.file_keys"):
            session = cls(key)
            # A session that has expired is removed by loading; no new one shall take its place.
            session.create = lambda: None
            session.load()
