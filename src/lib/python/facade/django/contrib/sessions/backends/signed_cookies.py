"""The whole session in a signed cookie."""

from django.contrib.sessions.backends.base import HostedStore


class SessionStore(HostedStore):
    engine = "signed_cookies"

    def cycle_key(self):
        self.save()
