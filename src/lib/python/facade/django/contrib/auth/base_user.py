"""What every user has: a password, and a hash of it that sessions are checked against."""

import unicodedata

from _crumbtrail import host
from django.conf import settings
from django.contrib.auth.hashers import check_password, is_password_usable, make_password
from django.db import models
from django.utils.crypto import get_random_string, salted_hmac


class BaseUserManager(models.Manager):
    @classmethod
    def normalize_email(cls, email):
        """The part behind the @ in lower case."""
        email = email or ""
        name, at, domain = email.strip().rpartition("@")
        return f"{name}@{domain.lower()}" if at else email

    def get_by_natural_key(self, username):
        return self.get(**{self.model.USERNAME_FIELD: username})

    if host("version.has", "makesRandomPasswords"):

        def make_random_password(
            self, length=10, allowed_chars="abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
        ):
            return get_random_string(length, allowed_chars)


class AbstractBaseUser(models.Model):
    password = models.CharField("password", max_length=128)
    last_login = models.DateTimeField("last login", blank=True, null=True)

    is_active = True
    REQUIRED_FIELDS = []
    # The raw password that was set and not yet saved.
    _password = None

    class Meta:
        abstract = True

    def __str__(self):
        return self.get_username()

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        self._password = None

    def get_username(self):
        return getattr(self, self.USERNAME_FIELD)

    def natural_key(self):
        return (self.get_username(),)

    @property
    def is_anonymous(self):
        return False

    @property
    def is_authenticated(self):
        return True

    def set_password(self, raw_password):
        self.password = make_password(raw_password)
        self._password = raw_password

    def check_password(self, raw_password):
        def setter(raw):
            self.set_password(raw)
            self._password = None
            self.save(update_fields=["password"])

        return check_password(raw_password, self.password, setter)

    async def acheck_password(self, raw_password):
        return self.check_password(raw_password)

    def set_unusable_password(self):
        self.password = make_password(None)

    def has_usable_password(self):
        return is_password_usable(self.password)

    def get_session_auth_hash(self):
        """What a session must hold to stand for this user: it changes with the password and with SECRET_KEY."""
        return self._session_auth_hash()

    def get_session_auth_fallback_hash(self):
        fallbacks = settings.SECRET_KEY_FALLBACKS if host("version.has", "secretKeyFallbacks") else ()
        for secret in fallbacks:
            yield self._session_auth_hash(secret)
        if getattr(settings, "DEFAULT_HASHING_ALGORITHM", "sha1") != "sha1":
            # 3.2 still takes the hashes of its predecessors.
            yield self._session_auth_hash(algorithm="sha1")

    def _session_auth_hash(self, secret=None, algorithm=None):
        salt = "django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash"
        algorithm = algorithm or getattr(settings, "DEFAULT_HASHING_ALGORITHM", "sha256")
        return salted_hmac(salt, self.password, secret=secret, algorithm=algorithm).hexdigest()

    @classmethod
    def get_email_field_name(cls):
        return "email"

    @classmethod
    def normalize_username(cls, username):
        return unicodedata.normalize("NFKC", username) if isinstance(username, str) else username
