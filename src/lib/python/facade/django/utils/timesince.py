"""The time between two moments in words: "1 year, 3 months"."""

import datetime

from django import VERSION
from django.utils.html import avoid_wrapping
from django.utils.timezone import is_aware
from django.utils.translation import ngettext_lazy

_UNITS = ('year', 'month', 'week', 'day', 'hour', 'minute')
_WEEK_TO_MINUTE = (604800, 86400, 3600, 60)
_NUMBER = '%d' if VERSION < (4, 0) else '%(num)d'
TIME_STRINGS = {
    unit: ngettext_lazy(f'{_NUMBER} {unit}', f'{_NUMBER} {unit}s', None if VERSION < (4, 0) else 'num')
    for unit in _UNITS
}


def _as_datetime(value):
    if isinstance(value, datetime.datetime):
        return value
    return datetime.datetime(value.year, value.month, value.day)


def _after_months(start, months):
    """The moment so many months later, to the second; a day that the month lacks becomes its last (February: 28)."""
    year, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + year, month + 1
    last = 28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    return start.replace(year=year, month=month, day=min(start.day, last), microsecond=0, fold=0)


def _split(seconds, sizes):
    counts = []
    for size in sizes:
        count, seconds = divmod(seconds, size)
        counts.append(int(count))
    return counts


def _by_calendar(start, end):
    """How many years, months, weeks, days, hours and minutes, months counted by the calendar (4.0 and later)."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if (start.day, start.time()) > (end.day, end.time()):
        months -= 1
    pivot = _after_months(start, months) if months else start
    return [*divmod(months, 12), *_split((end - pivot).total_seconds(), _WEEK_TO_MINUTE)]


def _by_seconds(start, end):
    """The same with years of 365 days and months of 30, leap days left out (3.2)."""
    from calendar import isleap, leapdays

    leaps = leapdays(start.year, end.year)
    if leaps:
        if isleap(start.year):
            leaps -= 1
        elif isleap(end.year):
            leaps += 1
    delta = end - start - datetime.timedelta(leaps)
    return _split(delta.days * 86400 + delta.seconds, (31536000, 2592000, *_WEEK_TO_MINUTE))


def _in_words(unit, count, time_strings):
    text = time_strings[unit]
    return avoid_wrapping(text % (count if VERSION < (4, 0) else {'num': count}))


def timesince(d, now=None, reversed=False, time_strings=None, depth=2):
    """
    The time from `d` to `now` in at most `depth` neighbouring units; "0 minutes" when `d` is later.
    Raises ValueError for a depth below 1.
    """
    time_strings = time_strings or TIME_STRINGS
    if depth <= 0:
        raise ValueError('depth must be greater than 0.')
    start = _as_datetime(d)
    if not now:
        end = datetime.datetime.now(start.tzinfo if is_aware(start) else None)
    else:
        end = _as_datetime(now)
        if VERSION >= (4, 2) and is_aware(end) and is_aware(start):
            end = end.astimezone(start.tzinfo)
    if reversed:
        start, end = end, start
    elapsed = end - start
    if elapsed.days * 86400 + elapsed.seconds <= 0:
        return _in_words('minute', 0, time_strings)
    counts = (_by_seconds if VERSION < (4, 0) else _by_calendar)(start, end)
    return _join(counts, time_strings, depth)


def _join(counts, time_strings, depth):
    first = next((index for index, count in enumerate(counts) if count), None)
    if first is None:
        return _in_words('minute', 0, time_strings)
    words = []
    for unit, count in list(zip(_UNITS, counts))[first : first + depth]:
        if not count:
            break
        words.append(_in_words(unit, count, time_strings))
    return ', '.join(words)


def timeuntil(d, now=None, time_strings=None, depth=2):
    """The time from `now` to `d`."""
    return timesince(d, now, reversed=True, time_strings=time_strings, depth=depth)
