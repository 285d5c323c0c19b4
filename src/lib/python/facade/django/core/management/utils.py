"""What management commands share."""

from django.utils.crypto import get_random_string

SECRET_KEY_INSECURE_PREFIX = "django-insecure-"
_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789!@#$%^&*(-_=+)"


def get_random_secret_key():
    return get_random_string(50, _CHARACTERS)
