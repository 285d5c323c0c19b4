"""XFrameOptionsMiddleware."""

from django.middleware._hosted import HostedMiddleware


class XFrameOptionsMiddleware(HostedMiddleware):
    path = "django.middleware.clickjacking.XFrameOptionsMiddleware"
