"""Random text and comparisons."""

import hmac
import hashlib
import secrets

from _crumbtrail import host

RANDOM_STRING_CHARS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_SESSION_KEY_CHARS = "abcdefghijklmnopqrstuvwxyz0123456789"


def get_random_string(length=12, allowed_chars=RANDOM_STRING_CHARS):
    """Random text. Session keys are drawn by the world, so that a scenario can name them."""
    if length == 32 and allowed_chars == _SESSION_KEY_CHARS:
        return host("session.new_key")
    return "".join(secrets.choice(allowed_chars) for _ in range(length))


def constant_time_compare(val1, val2):
    return secrets.compare_digest(_bytes(val1), _bytes(val2))


def salted_hmac(key_salt, value, secret=None, *, algorithm="sha1"):
    if secret is None:
        from django.conf import settings

        secret = settings.SECRET_KEY
    key = hashlib.new(algorithm, _bytes(key_salt) + _bytes(secret)).digest()
    return hmac.new(key, msg=_bytes(value), digestmod=algorithm)


def _bytes(value):
    return value if isinstance(value, bytes) else str(value).encode()
