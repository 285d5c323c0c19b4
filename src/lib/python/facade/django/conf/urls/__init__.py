"""The names that a URLconf may import from here; `url()` is 3.2's."""

from django import VERSION
from django.urls import include
from django.views import defaults

__all__ = ["handler400", "handler403", "handler404", "handler500", "include"]

handler400 = defaults.bad_request
handler403 = defaults.permission_denied
handler404 = defaults.page_not_found
handler500 = defaults.server_error

if VERSION < (4, 0):
    __all__.append("url")

    def url(regex, view, kwargs=None, name=None):
        """An address by a regular expression."""
        from django.urls import re_path

        return re_path(regex, view, kwargs, name)
