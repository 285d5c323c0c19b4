"""The formats of dates and numbers for the language in force. The formats of English are known; other languages get the settings' own."""

import datetime
import decimal

from django import VERSION
from django.conf import settings
from django.utils.functional import lazy
from django.utils.translation import get_language

FORMAT_SETTINGS = frozenset(
    'DECIMAL_SEPARATOR THOUSAND_SEPARATOR NUMBER_GROUPING FIRST_DAY_OF_WEEK MONTH_DAY_FORMAT TIME_FORMAT '
    'DATE_FORMAT DATETIME_FORMAT SHORT_DATE_FORMAT SHORT_DATETIME_FORMAT YEAR_MONTH_FORMAT '
    'DATE_INPUT_FORMATS TIME_INPUT_FORMATS DATETIME_INPUT_FORMATS'.split()
)

_TIMES = ('%H:%M:%S', '%H:%M:%S.%f', '%H:%M')
_AMERICAN_DATES = ('%Y-%m-%d', '%m/%d/%Y', '%m/%d/%y')
_SPELT_DATES = (
    '%b %d %Y', '%b %d, %Y', '%d %b %Y', '%d %b, %Y',
    '%B %d %Y', '%B %d, %Y', '%d %B %Y', '%d %B, %Y',
)  # fmt: skip

_ENGLISH = {
    'DATE_FORMAT': 'N j, Y',
    'TIME_FORMAT': 'P',
    'DATETIME_FORMAT': 'N j, Y, P',
    'YEAR_MONTH_FORMAT': 'F Y',
    'MONTH_DAY_FORMAT': 'F j',
    'SHORT_DATE_FORMAT': 'm/d/Y',
    'SHORT_DATETIME_FORMAT': 'm/d/Y P',
    'FIRST_DAY_OF_WEEK': 0,
    'DATE_INPUT_FORMATS': [*_AMERICAN_DATES, *(_SPELT_DATES if VERSION >= (4, 0) else ())],
    'DATETIME_INPUT_FORMATS': [f'{day} {time}' for day in _AMERICAN_DATES for time in _TIMES],
    'TIME_INPUT_FORMATS': list(_TIMES),
    'DECIMAL_SEPARATOR': '.',
    'THOUSAND_SEPARATOR': ',',
    'NUMBER_GROUPING': 3,
}


def _localized(use_l10n):
    """Whether the language's formats count; USE_L10N was a setting before 5.0."""
    if use_l10n is not None:
        return use_l10n
    return VERSION >= (5, 0) or getattr(settings, 'USE_L10N', True)


def _of_language(name, lang):
    """The language's own format, or None."""
    if (lang or '').split('-')[0] == 'en' and lang != 'en-gb':
        return _ENGLISH.get(name)
    return None


def get_format(format_type, lang=None, use_l10n=None):
    """The format of that name ("DATE_FORMAT"); a name that is none is given back as it is."""
    name = str(format_type)
    if _localized(use_l10n):
        own = _of_language(name, lang or get_language())
        if own is not None:
            return own
    return getattr(settings, name) if name in FORMAT_SETTINGS else name


get_format_lazy = lazy(get_format, str, list, tuple)


def reset_format_cache():
    """Nothing is cached here."""


def date_format(value, format=None, use_l10n=None):
    from django.utils import dateformat

    return dateformat.format(value, get_format(format or 'DATE_FORMAT', use_l10n=use_l10n))


def time_format(value, format=None, use_l10n=None):
    from django.utils import dateformat

    return dateformat.time_format(value, get_format(format or 'TIME_FORMAT', use_l10n=use_l10n))


def number_format(value, decimal_pos=None, use_l10n=None, force_grouping=False):
    from django.utils import numberformat

    localized = _localized(use_l10n)
    lang = get_language() if localized else None
    return numberformat.format(
        value,
        get_format('DECIMAL_SEPARATOR', lang, use_l10n=localized),
        decimal_pos,
        get_format('NUMBER_GROUPING', lang, use_l10n=localized),
        get_format('THOUSAND_SEPARATOR', lang, use_l10n=localized),
        force_grouping=force_grouping,
        use_l10n=localized,
    )


def localize(value, use_l10n=None):
    """Numbers, dates and times as text; anything else as it is."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, (decimal.Decimal, float, int)):
        if use_l10n is False:
            return str(value)
        return number_format(value, use_l10n=use_l10n)
    if isinstance(value, datetime.datetime):
        return date_format(value, 'DATETIME_FORMAT', use_l10n=use_l10n)
    if isinstance(value, datetime.date):
        return date_format(value, use_l10n=use_l10n)
    if isinstance(value, datetime.time):
        return time_format(value, use_l10n=use_l10n)
    return value


def localize_input(value, default=None):
    """As `localize`, in the form that a form field shows for editing."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, (decimal.Decimal, float, int)):
        return number_format(value)
    for kind, name in (
        (datetime.datetime, 'DATETIME_INPUT_FORMATS'),
        (datetime.date, 'DATE_INPUT_FORMATS'),
        (datetime.time, 'TIME_INPUT_FORMATS'),
    ):
        if isinstance(value, kind):
            return value.strftime(default or get_format(name)[0])
    return value


def sanitize_separators(value):
    """A number that a person typed, without group separators and with a point."""
    if not isinstance(value, str):
        return value
    whole, mark, places = value.partition(get_format('DECIMAL_SEPARATOR'))
    if settings.USE_THOUSAND_SEPARATOR:
        whole = whole.replace(get_format('THOUSAND_SEPARATOR'), '')
    return f'{whole}.{places}' if mark else whole
