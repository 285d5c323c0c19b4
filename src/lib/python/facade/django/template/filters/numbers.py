"""Filters on numbers."""

from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation, getcontext

from django import VERSION
from django.template.library import Library
from django.utils import formats
from django.utils.html import avoid_wrapping
from django.utils.safestring import mark_safe

_register = Library()
REGISTERED = _register.filters

# A number with more digits than this is shown as it is.
_DIGITS_FORMATTED = 200


@_register.filter(is_safe=False)
def add(value, arg):
    try:
        return int(value) + int(arg)
    except (ValueError, TypeError):
        pass
    try:
        return value + arg
    except Exception:
        return ''


@_register.filter(is_safe=False)
def divisibleby(value, arg):
    return int(value) % int(arg) == 0


@_register.filter(is_safe=False)
def get_digit(value, arg):
    try:
        place, number = int(arg), int(value)
    except ValueError:
        return value
    if place < 1:
        return number
    digits = str(number)
    return int(digits[-place]) if place <= len(digits) else 0


_SIZES = ('KB', 'MB', 'GB', 'TB', 'PB')


def _size(count):
    if count < 1024:
        return f'{count} byte' if count == 1 else f'{count} bytes'
    power = min((count.bit_length() - 1) // 10, len(_SIZES))
    number = formats.number_format(round(count / (1 << 10 * power), 1), 1)
    return f'{number} {_SIZES[power - 1]}'


@_register.filter(is_safe=True)
def filesizeformat(bytes_):
    try:
        count = int(bytes_)
    except (TypeError, ValueError, UnicodeDecodeError):
        return avoid_wrapping('0 bytes')
    return avoid_wrapping(('-' if count < 0 else '') + _size(abs(count)))


def _places_and_flags(arg):
    """The places of a `floatformat` argument such as "2gu", whether to group, whether to localize."""
    group, localized = False, True if VERSION >= (4, 0) else None
    if isinstance(arg, str) and VERSION < (4, 0):
        # 3.2 knows the flag "g" alone.
        group = arg.endswith('g')
        return (arg[:-1] or -1) if group else arg, group, None
    if isinstance(arg, str):
        flags = arg[-2:] if arg[-2:] in ('gu', 'ug') else arg[-1]
        if set(flags) <= set('gu'):
            group, localized = 'g' in flags, 'u' not in flags
            arg = arg[: -len(flags)] or -1
    return arg, group, localized


def _as_decimal(value):
    """The number, or None when it is none."""
    try:
        return Decimal(repr(value) if VERSION < (4, 0) else str(value))
    except InvalidOperation:
        pass
    try:
        return Decimal(str(float(value)))
    except (ValueError, InvalidOperation, TypeError):
        return None


def _rounded(number, places):
    """The digits of a number rounded half up to so many places."""
    _, digits, exponent = number.as_tuple()
    whole = number == int(number)
    units = len(digits) + (exponent if whole else -exponent)
    precision = max(getcontext().prec, places + units + 1)
    step = Decimal(1).scaleb(-places)
    rounded = number.quantize(step, ROUND_HALF_UP, Context(prec=precision))
    text = f'{rounded:f}'
    return text if rounded else text.lstrip('-')


@_register.filter(is_safe=True)
def floatformat(text, arg=-1):
    """Rounded to `arg` places; a negative number of places drops them when they are all zero."""
    arg, group, localized = _places_and_flags(arg)
    number = _as_decimal(text)
    if number is None:
        return ''
    shown = repr(text) if VERSION < (4, 0) else str(text)
    try:
        places = int(arg)
    except ValueError:
        return shown
    _, digits, exponent = number.as_tuple()
    long = isinstance(exponent, int) and len(digits) + abs(exponent) > _DIGITS_FORMATTED
    if long and VERSION >= (4, 2):
        return shown
    try:
        whole = number == int(number)
    except (ValueError, OverflowError, InvalidOperation):
        return shown
    if whole and places <= 0:
        digits, places = str(int(number)), 0
    else:
        places = abs(places)
        digits = _rounded(number, places)
    return mark_safe(
        formats.number_format(digits, places, use_l10n=localized, force_grouping=group)
    )


@_register.filter(is_safe=False)
def pluralize(value, arg='s'):
    """The suffix for a number, or for the length of a list: "s", "es", or "y,ies"."""
    suffixes = (arg if ',' in arg else ',' + arg).split(',')
    if len(suffixes) > 2:
        return ''
    try:
        one = float(value) == 1
    except ValueError:
        return ''
    except TypeError:
        try:
            one = len(value) == 1
        except TypeError:
            return ''
    return suffixes[0] if one else suffixes[1]
