"""What follows when a setting is changed while a program runs."""

import os
import time

from django.core.signals import setting_changed
from django.dispatch import Signal, receiver

template_rendered = Signal()

COMPLEX_OVERRIDE_SETTINGS = {"DATABASES"}


@receiver(setting_changed, dispatch_uid="test.caches")
def clear_cache_handlers(*, setting, **kwargs):
    if setting == "CACHES":
        from django.core.cache import caches, close_caches

        close_caches()
        caches.forget()


@receiver(setting_changed, dispatch_uid="test.apps")
def update_installed_apps(*, setting, **kwargs):
    if setting == "INSTALLED_APPS":
        from django.urls import clear_url_caches

        clear_url_caches()


@receiver(setting_changed, dispatch_uid="test.urls")
def root_urlconf_changed(*, setting, **kwargs):
    if setting == "ROOT_URLCONF":
        from django.urls import clear_url_caches, set_urlconf

        clear_url_caches()
        set_urlconf(None)


@receiver(setting_changed, dispatch_uid="test.time_zone")
def update_time_zone(*, setting, enter, value, **kwargs):
    from django.utils import timezone

    if setting == "TIME_ZONE":
        if hasattr(time, "tzset"):
            if value:
                os.environ["TZ"] = value
            else:
                os.environ.pop("TZ", None)
            time.tzset()
        clear = getattr(timezone.get_default_timezone, "cache_clear", None)
        if clear:
            clear()
    if setting in ("TIME_ZONE", "USE_TZ"):
        timezone.deactivate()


@receiver(setting_changed, dispatch_uid="test.hashers")
def reset_hashers(*, setting, **kwargs):
    if setting == "PASSWORD_HASHERS":
        from django.contrib.auth import hashers

        for name in ("get_hashers", "get_hashers_by_algorithm"):
            clear = getattr(getattr(hashers, name, None), "cache_clear", None)
            if clear:
                clear()


@receiver(setting_changed, dispatch_uid="test.templates")
def reset_template_engines(*, setting, **kwargs):
    if setting in ("TEMPLATES", "DEBUG", "INSTALLED_APPS"):
        from django.template import engines

        engines.forget()
