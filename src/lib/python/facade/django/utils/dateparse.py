"""Dates and times out of ISO 8601 text, a little more leniently than `fromisoformat` reads it."""

import datetime
import re

from django import VERSION

_DATE = r'(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})'
_TIME = (
    r'(?P<hour>\d{1,2}):(?P<minute>\d{1,2})'
    r'(?::(?P<second>\d{1,2})(?:[.,](?P<microsecond>\d{1,6})\d{0,6})?)?'
)
_ZONE = r'\s*(?P<tzinfo>Z|[+-]\d{2}(?::?\d{2})?)?'


def _fields(pattern, value):
    """The named numbers in the text, microseconds filled up to six digits; None when it is not of that form."""
    found = re.match(pattern + '$', value)
    if found is None:
        return None
    fields = {name: text for name, text in found.groupdict().items() if text is not None}
    if 'microsecond' in fields:
        fields['microsecond'] = fields['microsecond'].ljust(6, '0')
    return {name: text if name == 'tzinfo' else int(text) for name, text in fields.items()}


def _as_python_reads(kind, value):
    """What `fromisoformat` of the type reads; None when it reads nothing. 3.2 did not ask it."""
    if VERSION < (4, 0):
        return None
    try:
        return kind.fromisoformat(value)
    except ValueError:
        return None


def parse_date(value):
    """The date; None when the text has another form. Raises ValueError when there is no such day."""
    read = _as_python_reads(datetime.date, value)
    if read is not None:
        return read
    fields = _fields(_DATE, value)
    return None if fields is None else datetime.date(**fields)


def parse_time(value):
    read = _as_python_reads(datetime.time, value)
    if read is not None:
        return read.replace(tzinfo=None)
    fields = _fields(_TIME, value)
    return None if fields is None else datetime.time(**fields)


def _zone(text):
    from django.utils.timezone import _utc, get_fixed_timezone

    if text == 'Z':
        return _utc

    minutes = int(text[1:3]) * 60 + (int(text[-2:]) if len(text) > 3 else 0)
    return get_fixed_timezone(-minutes if text[0] == '-' else minutes)


def parse_datetime(value):
    read = _as_python_reads(datetime.datetime, value)
    if read is not None:
        return read
    fields = _fields(_DATE + '[T ]' + _TIME + _ZONE, value)
    if fields is None:
        return None
    if 'tzinfo' in fields:
        fields['tzinfo'] = _zone(fields['tzinfo'])
    return datetime.datetime(**fields)


_FRACTION = r'\d+(?:[.,]\d+)?'
_PLAIN_DURATION = (
    r'^(?:(?P<days>-?\d+) (?:days?, )?)?(?P<sign>-?)'
    r'(?:(?P<hours>\d+):(?=\d+:\d+))?(?:(?P<minutes>\d+):)?'
    r'(?P<seconds>\d+)(?:[.,](?P<microseconds>\d{1,6})\d{0,6})?$'
)
_ISO_DURATION = (
    rf'^(?P<sign>[-+]?)P(?:(?P<days>{_FRACTION})D)?'
    rf'(?:T(?:(?P<hours>{_FRACTION})H)?(?:(?P<minutes>{_FRACTION})M)?(?:(?P<seconds>{_FRACTION})S)?)?$'
)
_POSTGRES_DURATION = (
    r'^(?:(?P<days>-?\d+) (?:days? ?))?(?:(?P<sign>[-+])?'
    r'(?P<hours>\d+):(?P<minutes>\d\d):(?P<seconds>\d\d)(?:\.(?P<microseconds>\d{1,6}))?)?$'
)


def parse_duration(value):
    """A timedelta out of "3 04:05:06", ISO 8601's "P3DT4H" or PostgreSQL's form; None when it is none of them."""
    for pattern in (_PLAIN_DURATION, _ISO_DURATION, _POSTGRES_DURATION):
        found = re.match(pattern, value)
        if found:
            break
    else:
        return None
    fields = {name: text for name, text in found.groupdict().items() if text}
    sign = -1 if fields.pop('sign', '+') == '-' else 1
    if 'microseconds' in fields:
        fields['microseconds'] = fields['microseconds'].ljust(6, '0')
    numbers = {name: float(text.replace(',', '.')) for name, text in fields.items()}
    days = datetime.timedelta(numbers.pop('days', 0.0))
    if pattern is _ISO_DURATION:
        days *= sign
    return days + sign * datetime.timedelta(**numbers)
