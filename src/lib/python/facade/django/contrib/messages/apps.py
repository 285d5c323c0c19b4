"""The app "messages"."""

from django.apps import AppConfig


class MessagesConfig(AppConfig):
    name = "django.contrib.messages"
    verbose_name = "Messages"
