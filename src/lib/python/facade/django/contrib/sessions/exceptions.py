"""What can go wrong with a session."""

from django.core.exceptions import BadRequest, SuspiciousOperation


class InvalidSessionKey(SuspiciousOperation):
    """The session key holds characters that are not allowed."""


class SuspiciousSession(SuspiciousOperation):
    """The session may have been tampered with."""


class SessionInterrupted(BadRequest):
    """The session was interrupted."""
