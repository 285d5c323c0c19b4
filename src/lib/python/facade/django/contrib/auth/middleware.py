"""AuthenticationMiddleware."""

from django.middleware._hosted import HostedMiddleware


class AuthenticationMiddleware(HostedMiddleware):
    path = "django.contrib.auth.middleware.AuthenticationMiddleware"
