"""A session engine of our own. It keeps sessions in a dictionary and knows nothing of clearing."""

from django.contrib.sessions.backends.base import CreateError, SessionBase

SESSIONS = {}


class SessionStore(SessionBase):
    def exists(self, session_key):
        return session_key in SESSIONS

    def create(self):
        self._session_key = self._get_new_session_key()
        self.save(must_create=True)
        self.modified = True

    def save(self, must_create=False):
        if self.session_key is None:
            return self.create()
        if must_create and self.exists(self.session_key):
            raise CreateError
        SESSIONS[self.session_key] = self.encode(self._get_session(no_load=must_create))

    def load(self):
        if self.session_key in SESSIONS:
            return self.decode(SESSIONS[self.session_key])
        self._session_key = None
        return {}

    def delete(self, session_key=None):
        SESSIONS.pop(session_key or self.session_key, None)
