"""The app "contenttypes"."""

from django.apps import AppConfig


class ContentTypesConfig(AppConfig):
    name = "django.contrib.contenttypes"
    verbose_name = "Content Types"
