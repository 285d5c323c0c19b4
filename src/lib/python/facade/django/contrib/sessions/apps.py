"""The app "sessions"."""

from django.apps import AppConfig


class SessionsConfig(AppConfig):
    name = "django.contrib.sessions"
    verbose_name = "Sessions"
