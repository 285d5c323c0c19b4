"""Sessions as files."""

import datetime
import os
import tempfile

from _crumbtrail import host
from django.conf import settings
from django.contrib.sessions.backends.base import (  # noqa: F401
    VALID_KEY_CHARS,
    CreateError,
    HostedStore,
    UpdateError,
)
from django.contrib.sessions.exceptions import InvalidSessionKey
from django.core.exceptions import ImproperlyConfigured


class SessionStore(HostedStore):
    engine = "file"

    def __init__(self, session_key=None):
        self.storage_path = self._get_storage_path()
        self.file_prefix = settings.SESSION_COOKIE_NAME
        super().__init__(session_key)

    @classmethod
    def _get_storage_path(cls):
        """The folder of all session files, found once in a process."""
        if not hasattr(cls, "_storage_path"):
            path = getattr(settings, "SESSION_FILE_PATH", None) or tempfile.gettempdir()
            if not os.path.isdir(path):
                raise ImproperlyConfigured(
                    f"The session storage path {path!r} doesn't exist. Please set your SESSION_FILE_PATH setting to an "
                    "existing directory in which Django can store session data."
                )
            cls._storage_path = path
        return cls._storage_path

    def _key_to_file(self, session_key=None):
        """The file of a key. Raises InvalidSessionKey where the key is no name for one."""
        if session_key is None:
            session_key = self._get_or_create_session_key()
        if not set(session_key).issubset(VALID_KEY_CHARS):
            raise InvalidSessionKey("Invalid characters in session key")
        return os.path.join(self.storage_path, self.file_prefix + session_key)

    def _last_modification(self):
        changed = os.stat(self._key_to_file()).st_mtime
        return datetime.datetime.fromtimestamp(changed, datetime.timezone.utc if settings.USE_TZ else None)

    def _expiry_date(self, session_data):
        return session_data.get("_session_expiry") or (
            self._last_modification() + datetime.timedelta(seconds=self.get_session_cookie_age())
        )

    if host("version.has", "pickleSerializer"):

        def clean(self):
            pass

    @classmethod
    def clear_expired(cls):
        prefix = settings.SESSION_COOKIE_NAME
        for name in os.listdir(cls._get_storage_path()):
            if name.startswith(prefix):
                session = cls(name.removeprefix(prefix))
                # A session that has expired is removed by loading; no new one shall take its place.
                session.create = lambda: None
                session.load()
