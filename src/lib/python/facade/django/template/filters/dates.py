"""Filters on dates and times."""

from django.template.library import Library
from django.utils import dateformat, formats, timesince

_register = Library()
REGISTERED = _register.filters


@_register.filter(expects_localtime=True, is_safe=False)
def date(value, arg=None):
    if value in (None, ''):
        return ''
    try:
        return formats.date_format(value, arg)
    except AttributeError:
        pass
    try:
        return dateformat.format(value, arg)
    except AttributeError:
        return ''


@_register.filter(expects_localtime=True, is_safe=False)
def time(value, arg=None):
    if value in (None, ''):
        return ''
    try:
        return formats.time_format(value, arg)
    except (AttributeError, TypeError):
        pass
    try:
        return dateformat.time_format(value, arg)
    except (AttributeError, TypeError):
        return ''


@_register.filter('timesince', is_safe=False)
def timesince_filter(value, arg=None):
    if not value:
        return ''
    try:
        return timesince.timesince(value, arg) if arg else timesince.timesince(value)
    except (ValueError, TypeError):
        return ''


@_register.filter('timeuntil', is_safe=False)
def timeuntil_filter(value, arg=None):
    if not value:
        return ''
    try:
        return timesince.timeuntil(value, arg)
    except (ValueError, TypeError):
        return ''
