"""CsrfViewMiddleware."""

from django.middleware._hosted import HostedMiddleware


class CsrfViewMiddleware(HostedMiddleware):
    path = "django.middleware.csrf.CsrfViewMiddleware"
