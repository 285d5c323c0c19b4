"""
Dates and times by format letters: "jS F Y H:i" gives "7th October 2003 11:39".

Each letter is a function of a moment in `_TIME` or `_DATE` (the table in Django's documentation of the
filter `date`). A backslash takes a letter its meaning.
"""

import re
from datetime import date, datetime, time

from django import VERSION
from django.utils.dates import MONTHS, MONTHS_3, MONTHS_AP, WEEKDAYS, WEEKDAYS_ABBR
from django.utils.timezone import (
    _datetime_ambiguous_or_imaginary,
    get_default_timezone,
    is_naive,
)


class _Moment:
    """A date, time or datetime, with the time zone that its letters show (None where there is none)."""

    def __init__(self, value):
        self.value = value
        self.zone = None
        if isinstance(value, datetime):
            zone = get_default_timezone() if is_naive(value) else value.tzinfo
            if not _datetime_ambiguous_or_imaginary(value, zone):
                self.zone = zone

    def offset(self):
        """Seconds east of UTC; None without a time zone."""
        if self.zone is None:
            return None
        offset = self.zone.utcoffset(self.value)
        return offset.days * 86400 + offset.seconds


def _hour12(value):
    return value.hour % 12 or 12


def _half_day(value):
    return 'p.m.' if value.hour > 11 else 'a.m.'


def _short_time(value):
    return f'{_hour12(value)}:{value.minute:02d}' if value.minute else _hour12(value)


def _spoken_time(value):
    if value.minute == 0 and value.hour in (0, 12):
        return 'noon' if value.hour else 'midnight'
    return f'{_short_time(value)} {_half_day(value)}'


def _zone_name(moment):
    if moment.zone is None or getattr(moment.value, 'tzinfo', None) is None:
        return ''
    return moment.value.tzname() or ''


def _clock_offset(moment):
    seconds = moment.offset()
    if seconds is None:
        return ''
    minutes = abs(seconds) // 60
    return '%s%02d%02d' % ('-' if seconds < 0 else '+', minutes // 60, minutes % 60)


def _offset(moment):
    seconds = moment.offset()
    return '' if seconds is None else seconds


def _zone_letters(moment):
    return '' if moment.zone is None else str(moment.zone.tzname(moment.value))


# Letters that need a time of day.
_TIME = {
    'a': lambda m: _half_day(m.value),
    'A': lambda m: 'PM' if m.value.hour > 11 else 'AM',
    'e': _zone_name,
    'f': lambda m: _short_time(m.value),
    'g': lambda m: _hour12(m.value),
    'G': lambda m: m.value.hour,
    'h': lambda m: '%02d' % _hour12(m.value),
    'H': lambda m: '%02d' % m.value.hour,
    'i': lambda m: '%02d' % m.value.minute,
    'O': _clock_offset,
    'P': lambda m: _spoken_time(m.value),
    's': lambda m: '%02d' % m.value.second,
    'T': _zone_letters,
    'u': lambda m: '%06d' % m.value.microsecond,
    'Z': _offset,
}


def _summer_time(moment):
    if moment.zone is None:
        return ''
    return '1' if moment.zone.dst(moment.value) else '0'


def _leap_year(moment):
    from calendar import isleap

    return isleap(moment.value.year)


def _days_in_month(moment):
    from calendar import monthrange

    return monthrange(moment.value.year, moment.value.month)[1]


def _ordinal_suffix(moment):
    day = moment.value.day
    return 'th' if day in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')


def _rfc_date(moment):
    from email.utils import format_datetime

    value = moment.value
    if VERSION < (4, 0) and type(value) is date:
        raise TypeError(
            'The format for date objects may not contain time-related format specifiers '
            "(found 'r')."
        )
    if not isinstance(value, datetime):
        value = datetime.combine(value, time.min).replace(tzinfo=get_default_timezone())
    elif is_naive(value):
        value = value.replace(tzinfo=moment.zone)
    return format_datetime(value)


def _epoch(moment):
    value = moment.value
    if not isinstance(value, datetime):
        value = datetime.combine(value, time.min)
    return int(value.timestamp())


# Letters that need a day.
_DATE = {
    'b': lambda m: MONTHS_3[m.value.month],
    'c': lambda m: m.value.isoformat(),
    'd': lambda m: '%02d' % m.value.day,
    'D': lambda m: WEEKDAYS_ABBR[m.value.weekday()],
    'E': lambda m: MONTHS[m.value.month],
    'F': lambda m: MONTHS[m.value.month],
    'I': _summer_time,
    'j': lambda m: m.value.day,
    'l': lambda m: WEEKDAYS[m.value.weekday()],
    'L': _leap_year,
    'm': lambda m: '%02d' % m.value.month,
    'M': lambda m: MONTHS_3[m.value.month].title(),
    'n': lambda m: m.value.month,
    'N': lambda m: MONTHS_AP[m.value.month],
    'o': lambda m: m.value.isocalendar()[0],
    'r': _rfc_date,
    'S': _ordinal_suffix,
    't': _days_in_month,
    'U': _epoch,
    'w': lambda m: m.value.isoweekday() % 7,
    'W': lambda m: m.value.isocalendar()[1],
    'y': lambda m: '%02d' % (m.value.year % 100),
    'Y': lambda m: '%04d' % m.value.year if VERSION >= (4, 0) else m.value.year,
    'z': lambda m: m.value.timetuple().tm_yday,
}

_LETTERS = {**_TIME, **_DATE}
_PIECES = re.compile(r'(?<!\\)([aAbcdDeEfFgGhHiIjlLmMnNoOPrsStTUuwWyYzZ])')


def _format(value, format_string, letters):
    moment = _Moment(value)
    parts = []
    for index, piece in enumerate(_PIECES.split(str(format_string))):
        if index % 2 == 0:
            parts.append(re.sub(r'\\(.)', r'\1', piece))
            continue
        if piece in _TIME and type(value) is date:
            raise TypeError(
                'The format for date objects may not contain time-related format specifiers '
                f"(found '{piece}')."
            )
        if piece not in letters:
            raise AttributeError(f"'TimeFormat' object has no attribute '{piece}'")
        parts.append(str(letters[piece](moment)))
    return ''.join(parts)


def format(value, format_string):
    """A date or datetime by the letters of the format. Raises TypeError for time letters on a date."""
    return _format(value, format_string, _LETTERS)


def time_format(value, format_string):
    """A time by the letters of the format. Raises AttributeError for letters that need a day."""
    return _format(value, format_string, _TIME)


class TimeFormat:
    """A time with a method `format`, as older code uses it."""

    _letters = _TIME

    def __init__(self, obj):
        self.data = obj

    def format(self, formatstr):
        return _format(self.data, formatstr, self._letters)

    def __getattr__(self, letter):
        if letter not in self._letters:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{letter}'")
        return lambda: self._letters[letter](_Moment(self.data))


class DateFormat(TimeFormat):
    _letters = _LETTERS
