"""The `django` package of a simulated server: thin objects over Crumbtrail's own implementation."""

from _crumbtrail import host

VERSION = (*host("version.release"), "final", 0)


def get_version(version=None):
    major, minor, patch = (version or VERSION)[:3]
    return f"{major}.{minor}" if patch == 0 else f"{major}.{minor}.{patch}"


__version__ = get_version()


def setup(set_prefix=True):
    """Set logging up as the settings say, and load the apps."""
    from django.apps import apps
    from django.conf import settings
    from django.utils.log import configure_logging

    configure_logging(settings.LOGGING_CONFIG, settings.LOGGING)
    apps.populate(settings.INSTALLED_APPS)
