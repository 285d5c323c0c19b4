"""Signatures, computed by the host."""

import datetime
import json

from _crumbtrail import host
from django.conf import settings


class BadSignature(Exception):
    """The signature does not match."""


class SignatureExpired(BadSignature):
    """The signature is older than it may be."""


def b64_encode(s):
    import base64

    return base64.urlsafe_b64encode(s).strip(b"=")


def b64_decode(s):
    import base64

    return base64.urlsafe_b64decode(s + b"=" * (-len(s) % 4))


class JSONSerializer:
    """JSON without spaces, as text in latin-1."""

    def dumps(self, obj):
        return json.dumps(obj, separators=(",", ":")).encode("latin-1")

    def loads(self, data):
        return json.loads(data.decode("latin-1"))


class Signer:
    """Signs text: "value:signature"."""

    def __init__(self, *args, key=None, sep=":", salt=None, algorithm=None, fallback_keys=None):
        for name, value in zip(("key", "sep", "salt"), args):
            key, sep, salt = (value if name == n else v for n, v in (("key", key), ("sep", sep), ("salt", salt)))
        self.key = key or settings.SECRET_KEY
        self.fallback_keys = fallback_keys if fallback_keys is not None else getattr(settings, "SECRET_KEY_FALLBACKS", [])
        self.sep = sep
        self.salt = salt or f"{self.__class__.__module__}.{self.__class__.__name__}"
        self.algorithm = algorithm or getattr(settings, "DEFAULT_HASHING_ALGORITHM", None) or "sha256"
        if not sep or all(char.isalnum() or char in "-_=" for char in sep):
            raise ValueError(
                f"Unsafe Signer separator: {sep!r} (cannot be empty or consist of only A-z0-9-_=)"
            )

    def _key(self):
        return [_text(self.key), [_text(key) for key in self.fallback_keys], self.algorithm]

    def signature(self, value, key=None):
        return host("signing.signature", str(value), self.salt, _text(key or self.key), self.algorithm)

    def sign(self, value):
        return f"{value}{self.sep}{self.signature(value)}"

    def unsign(self, signed_value):
        return _unsigned(host("signing.unsign", signed_value, self.salt, self._key(), self.sep))

    def sign_object(self, obj, serializer=JSONSerializer, compress=False):
        return self.sign(host("signing.pack", serializer().dumps(obj), bool(compress)))

    def unsign_object(self, signed_obj, serializer=JSONSerializer, **kwargs):
        return serializer().loads(host("signing.unpack", self.unsign(signed_obj, **kwargs)))


class TimestampSigner(Signer):
    """Signs text with the time: "value:timestamp:signature"."""

    def timestamp(self):
        return host("signing.timestamp")

    def sign(self, value):
        return super().sign(f"{value}{self.sep}{self.timestamp()}")

    def unsign(self, value, max_age=None):
        if isinstance(max_age, datetime.timedelta):
            max_age = max_age.total_seconds()
        return _unsigned(host("signing.timestamp_unsign", value, self.salt, self._key(), self.sep, max_age, str(max_age)))


def _text(key):
    return key.decode("utf-8", "surrogateescape") if isinstance(key, bytes) else str(key)


def _unsigned(answer):
    kind, text = answer
    if kind == "ok":
        return text
    raise (SignatureExpired if kind == "SignatureExpired" else BadSignature)(text)


def get_cookie_signer(salt="django.core.signing.get_cookie_signer"):
    from django.utils.module_loading import import_string

    signer = import_string(settings.SIGNING_BACKEND)
    return signer(key="django.http.cookies" + _text(settings.SECRET_KEY), salt=salt, **_cookie_fallbacks())


def _cookie_fallbacks():
    if not host("version.has", "secretKeyFallbacks"):
        return {}
    return {"fallback_keys": ["django.http.cookies" + _text(key) for key in settings.SECRET_KEY_FALLBACKS]}


def cookie_salt(cookie_name, salt):
    """The salt of a signed cookie: newer versions keep name and salt apart."""
    if host("version.has", "signedCookieSalt2"):
        return f"django.http.cookies.v2:{len(salt)}:{salt}{cookie_name}"
    return cookie_name + salt


def unsign_cookie(signed, *, cookie_name, salt, max_age):
    """A signed cookie's value, under the salt of this version or the one before."""
    own = cookie_salt(cookie_name, salt)
    try:
        return get_cookie_signer(salt=own).unsign(signed, max_age=max_age)
    except BadSignature as error:
        older = cookie_name + salt
        expired = isinstance(error, SignatureExpired)
        if older == own or expired or not settings.SIGNED_COOKIE_LEGACY_SALT_FALLBACK:
            raise
        return get_cookie_signer(salt=older).unsign(signed, max_age=max_age)


def dumps(obj, key=None, salt="django.core.signing", serializer=JSONSerializer, compress=False):
    """URL-safe signed text of an object."""
    return TimestampSigner(key=key, salt=salt).sign_object(obj, serializer=serializer, compress=compress)


def loads(s, key=None, salt="django.core.signing", serializer=JSONSerializer, max_age=None, fallback_keys=None):
    """The object back; BadSignature when it does not verify."""
    signer = TimestampSigner(key=key, salt=salt, fallback_keys=fallback_keys)
    return signer.unsign_object(s, serializer=serializer, max_age=max_age)
