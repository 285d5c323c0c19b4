"""The app "admin"."""

from django.apps import AppConfig


class AdminConfig(AppConfig):
    name = "django.contrib.admin"
    verbose_name = "Administration"
