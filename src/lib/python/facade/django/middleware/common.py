"""CommonMiddleware."""

from django.middleware._hosted import HostedMiddleware


class CommonMiddleware(HostedMiddleware):
    path = "django.middleware.common.CommonMiddleware"
