"""SecurityMiddleware."""

from django.middleware._hosted import HostedMiddleware


class SecurityMiddleware(HostedMiddleware):
    path = "django.middleware.security.SecurityMiddleware"
