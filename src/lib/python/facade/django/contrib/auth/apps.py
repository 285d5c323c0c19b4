"""The app "auth"."""

from django.apps import AppConfig


class AuthConfig(AppConfig):
    name = "django.contrib.auth"
    verbose_name = "Authentication and Authorization"
