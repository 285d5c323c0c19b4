"""MessageMiddleware."""

from django.middleware._hosted import HostedMiddleware


class MessageMiddleware(HostedMiddleware):
    path = "django.contrib.messages.middleware.MessageMiddleware"
