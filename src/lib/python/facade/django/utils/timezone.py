"""Aware and naive times, and the time zone in force."""

import datetime as _datetime
from contextlib import ContextDecorator
from datetime import datetime, timedelta, timezone, tzinfo

from django import VERSION
from django.conf import settings

__all__ = [
    'activate', 'deactivate', 'get_current_timezone', 'get_current_timezone_name', 'get_default_timezone',
    'get_default_timezone_name', 'get_fixed_timezone', 'is_aware', 'is_naive', 'localdate', 'localtime',
    'make_aware', 'make_naive', 'now', 'override',
]  # fmt: skip
if VERSION < (5, 0):
    __all__.append('utc')

_active = []
_zones = {}

if VERSION < (4, 0):

    class _UTC(tzinfo):
        """UTC as pytz shows it, which Django 3.2 builds on."""

        zone = 'UTC'

        def utcoffset(self, dt):
            return timedelta(0)

        def dst(self, dt):
            return timedelta(0)

        def tzname(self, dt):
            return 'UTC'

        def fromutc(self, dt):
            return dt.replace(tzinfo=self)

        def localize(self, dt, is_dst=False):
            return dt.replace(tzinfo=self)

        def normalize(self, dt, is_dst=False):
            return dt.astimezone(self)

        def __reduce__(self):
            return _utc_again, ()

        def __repr__(self):
            return '<UTC>'

        def __str__(self):
            return 'UTC'

    utc = _utc = _UTC()

    def _utc_again():
        return _utc
else:
    _utc = timezone.utc
    if VERSION < (5, 0):
        utc = _utc


def _zone(name):
    """The time zone of that name. UTC needs no time zone data."""
    if name not in _zones:
        if name == 'UTC' and VERSION < (4, 0):
            _zones[name] = _utc
        else:
            from zoneinfo import ZoneInfo

            _zones[name] = ZoneInfo(name)
    return _zones[name]


def get_fixed_timezone(offset):
    """A time zone so many minutes (or a timedelta) away from UTC."""
    if isinstance(offset, timedelta):
        offset = offset.total_seconds() // 60
    hours, minutes = divmod(abs(offset), 60)
    name = '%s%02d%02d' % ('-' if offset < 0 else '+', hours, minutes)
    return timezone(timedelta(minutes=offset), name)


def get_default_timezone():
    """The zone that TIME_ZONE names."""
    return _zone(settings.TIME_ZONE)


def get_current_timezone():
    """The zone that was activated, or the default one."""
    return _active[-1] if _active else get_default_timezone()


def _name(zone):
    return zone.tzname(None) or str(zone)


def get_default_timezone_name():
    return _name(get_default_timezone())


def get_current_timezone_name():
    return _name(get_current_timezone())


def activate(timezone):
    if isinstance(timezone, tzinfo):
        _active[:] = [timezone]
    elif isinstance(timezone, str):
        _active[:] = [_zone(timezone)]
    else:
        raise ValueError(f'Invalid timezone: {timezone!r}')


def deactivate():
    _active.clear()


class override(ContextDecorator):
    """Another time zone for the length of a with statement; None is the default one."""

    def __init__(self, timezone):
        self.timezone = timezone

    def __enter__(self):
        self.before = list(_active)
        if self.timezone is None:
            deactivate()
        else:
            activate(self.timezone)

    def __exit__(self, *exc):
        _active[:] = self.before


def now():
    """The time: aware in UTC when USE_TZ is on, naive local time when it is off."""
    return datetime.now(tz=_utc) if settings.USE_TZ else datetime.now()


def is_aware(value):
    return value.utcoffset() is not None


def is_naive(value):
    return value.utcoffset() is None


def localtime(value=None, timezone=None):
    """An aware time in another zone: the given one, or the current one."""
    if value is None:
        value = now()
    if is_naive(value):
        raise ValueError('localtime() cannot be applied to a naive datetime')
    return value.astimezone(timezone or get_current_timezone())


def localdate(value=None, timezone=None):
    return localtime(value, timezone).date()


def make_aware(value, timezone=None, *is_dst, **dst):
    """A naive time as a time of the given zone. `is_dst` was an argument before 5.0."""
    if VERSION >= (5, 0) and (is_dst or dst):
        given = next(iter(dst), None)
        raise TypeError(
            f"make_aware() got an unexpected keyword argument '{given}'"
            if given
            else f'make_aware() takes from 1 to 2 positional arguments but {2 + len(is_dst)} were given'
        )
    if is_aware(value) and VERSION < (4, 0):
        raise ValueError('Not naive datetime (tzinfo is already set)')
    if is_aware(value):
        raise ValueError(f'make_aware expects a naive datetime, got {value}')
    return value.replace(tzinfo=timezone or get_current_timezone())


def make_naive(value, timezone=None):
    if is_naive(value):
        raise ValueError('make_naive() cannot be applied to a naive datetime')
    return value.astimezone(timezone or get_current_timezone()).replace(tzinfo=None)


def template_localtime(value, use_tz=None):
    """What templates show: an aware time in the current zone; anything else as it is."""
    if not isinstance(value, _datetime.datetime):
        return value
    wanted = settings.USE_TZ if use_tz is None else use_tz
    if wanted and is_aware(value) and getattr(value, 'convert_to_local_time', True):
        return localtime(value)
    return value


def _datetime_ambiguous_or_imaginary(dt, tz):
    return tz.utcoffset(dt.replace(fold=not dt.fold)) != tz.utcoffset(dt)
