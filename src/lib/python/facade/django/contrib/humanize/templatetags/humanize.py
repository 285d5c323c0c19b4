"""Filters that put numbers and times as people say them. Projects load them with `{% load humanize %}`."""

import re
from datetime import date, datetime, timezone
from decimal import Decimal, InvalidOperation

from django import VERSION
from django.template import defaultfilters
from django.template.library import Library
from django.utils.formats import number_format
from django.utils.safestring import mark_safe
from django.utils.timezone import is_aware

register = Library()


@register.filter(is_safe=True)
def ordinal(value):
    """1 as "1st"."""
    try:
        number = int(value)
    except (TypeError, ValueError):
        return value
    if number < 0 and VERSION >= (5, 0):
        return str(number)
    suffix = 'th' if number % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')
    return mark_safe(f'{number}{suffix}')


@register.filter(is_safe=True)
def intcomma(value, use_l10n=True):
    """4500 as "4,500"."""
    if use_l10n:
        number = _number(value)
        if number is not None:
            return number_format(number, use_l10n=True, force_grouping=True)
    text = str(value)
    found = re.match(r'(-?)(\d+)', text)
    if found is None:
        return text
    sign, digits = found.groups()
    return sign + re.sub(r'(?<=\d)(?=(\d{3})+$)', ',', digits) + text[found.end() :]


def _number(value):
    """The value as a number that can be grouped, or None."""
    if isinstance(value, (float, Decimal)):
        return value
    try:
        return Decimal(value) if VERSION >= (6, 1) else int(value)
    except (TypeError, ValueError, InvalidOperation):
        return None


_LARGE = {
    6: 'million', 9: 'billion', 12: 'trillion', 15: 'quadrillion', 18: 'quintillion', 21: 'sextillion',
    24: 'septillion', 27: 'octillion', 30: 'nonillion', 33: 'decillion', 100: 'googol',
}  # fmt: skip


@register.filter(is_safe=False)
def intword(value):
    """1200000 as "1.2 million"; numbers below a million as they are."""
    try:
        number = int(value)
    except (TypeError, ValueError):
        return value
    if abs(number) < 10**6:
        return number
    for exponent, name in _LARGE.items():
        if abs(number) < 10 ** (exponent + 3):
            return f'{defaultfilters.floatformat(number / 10**exponent, 1)} {name}'
    return number


_DIGITS = 'one two three four five six seven eight nine'.split()


@register.filter(is_safe=True)
def apnumber(value):
    """1 to 9 as words, in Associated Press style."""
    try:
        number = int(value)
    except (TypeError, ValueError):
        return value
    return _DIGITS[number - 1] if 0 < number < 10 else number


@register.filter(expects_localtime=True)
def naturalday(value, arg=None):
    """"today", "yesterday", "tomorrow", or the date."""
    try:
        day = date(value.year, value.month, value.day)
    except AttributeError:
        return value
    today = datetime.now(getattr(value, 'tzinfo', None)).date()
    words = {0: 'today', 1: 'tomorrow', -1: 'yesterday'}
    return words.get((day - today).days) or defaultfilters.date(day, arg)


def _count(number, unit):
    """"a minute", "an hour", or the number with a space that does not break."""
    if number == 1:
        return f'{"an" if unit == "hour" else "a"} {unit}'
    return f'{number}\xa0{unit}s'


@register.filter
def naturaltime(value):
    """"3 hours ago", "a minute from now", "now"; anything that is no time as it is."""
    from django.utils.timesince import timesince, timeuntil

    if not isinstance(value, date):
        return value
    now = datetime.now(timezone.utc if is_aware(value) else None)
    past = value < now
    apart = now - value if past else value - now
    end = 'ago' if past else 'from now'
    if apart.days:
        return f'{(timesince if past else timeuntil)(value, now)} {end}'
    if apart.seconds == 0:
        return 'now'
    for seconds, unit in ((3600, 'hour'), (60, 'minute'), (1, 'second')):
        if apart.seconds >= seconds:
            return f'{_count(apart.seconds // seconds, unit)} {end}'
