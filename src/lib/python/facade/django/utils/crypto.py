"""Random text and comparisons."""

import hmac
import hashlib
import secrets

from _crumbtrail import host
from django import VERSION

RANDOM_STRING_CHARS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_SESSION_KEY_CHARS = "abcdefghijklmnopqrstuvwxyz0123456789"


class InvalidAlgorithm(ValueError):
    """hashlib does not know the algorithm."""


def _random_string(length, allowed_chars=RANDOM_STRING_CHARS):
    """Random text. Session keys are drawn by the world, so that a scenario can name them."""
    if length == 32 and allowed_chars == _SESSION_KEY_CHARS:
        return host("session.new_key")
    return "".join(secrets.choice(allowed_chars) for _ in range(length))


if VERSION < (4, 0):

    def get_random_string(length=12, allowed_chars=RANDOM_STRING_CHARS):
        return _random_string(length, allowed_chars)
else:

    def get_random_string(length, allowed_chars=RANDOM_STRING_CHARS):
        return _random_string(length, allowed_chars)


def constant_time_compare(val1, val2):
    return secrets.compare_digest(_bytes(val1), _bytes(val2))


def salted_hmac(key_salt, value, secret=None, *, algorithm="sha1"):
    if secret is None:
        from django.conf import settings

        secret = settings.SECRET_KEY
    hasher = getattr(hashlib, algorithm, None)
    if hasher is None:
        raise InvalidAlgorithm(f"{algorithm!r} is not an algorithm accepted by the hashlib module.")
    key = hasher(_bytes(key_salt) + _bytes(secret)).digest()
    return hmac.new(key, msg=_bytes(value), digestmod=hasher)


def pbkdf2(password, salt, iterations, dklen=0, digest=None):
    """Key stretching (RFC 8018). In Python, as this interpreter's hashlib has it not: for low counts."""
    digest = digest or hashlib.sha256
    inner = hmac.new(_bytes(password), digestmod=digest)
    size = dklen or inner.digest_size
    key, block = b"", 0
    while len(key) < size:
        block += 1
        step = _hmac_of(inner, _bytes(salt) + block.to_bytes(4, "big"))
        total = int.from_bytes(step, "big")
        for _ in range(iterations - 1):
            step = _hmac_of(inner, step)
            total ^= int.from_bytes(step, "big")
        key += total.to_bytes(inner.digest_size, "big")
    return key[:size]


def _hmac_of(keyed, message):
    fresh = keyed.copy()
    fresh.update(message)
    return fresh.digest()


def _bytes(value):
    return value if isinstance(value, bytes) else str(value).encode()
