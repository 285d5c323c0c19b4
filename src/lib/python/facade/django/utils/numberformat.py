"""Numbers as text, with separators and groups."""

from decimal import Decimal

from django import VERSION
from django.utils.safestring import mark_safe

# A number with more digits than this is shown with an exponent.
_DIGITS_SHOWN = 200


def _grouped(digits, grouping, separator):
    """The digits in groups from the right. `grouping`: a size, or sizes from the right (0: the last one again)."""
    sizes = [grouping, 0] if isinstance(grouping, int) else list(grouping)
    size = sizes.pop(0)
    groups = []
    while len(digits) > size > 0:
        groups.append(digits[-size:])
        digits = digits[:-size]
        if sizes:
            size = sizes.pop(0) or size
    return separator.join([digits, *reversed(groups)])


def _plain(number, decimal_pos):
    """The number as digits with a point; None when it has too many for that."""
    if isinstance(number, float) and 'e' in str(number).lower():
        number = Decimal(str(number))
    if not isinstance(number, Decimal):
        return str(number)
    if decimal_pos is not None and abs(number) < Decimal('0.' + '1'.rjust(decimal_pos, '0')):
        number = Decimal('0')
    _, digits, exponent = number.as_tuple()
    return None if abs(exponent) + len(digits) > _DIGITS_SHOWN else f'{number:f}'


def format(
    number, decimal_sep, decimal_pos=None, grouping=0, thousand_sep='', force_grouping=False, use_l10n=None
):
    """
    The number as text. `decimal_pos`: places after the point; `grouping`: see `_grouped`, used when
    USE_THOUSAND_SEPARATOR is on or `force_grouping` is given.
    """
    from django.conf import settings

    if (number is None or number == '') and VERSION >= (4, 0):
        return mark_safe(number)
    if use_l10n is None:
        use_l10n = getattr(settings, 'USE_L10N', True)
    grouped = grouping != 0 and (force_grouping or (use_l10n and settings.USE_THOUSAND_SEPARATOR))
    if isinstance(number, int) and not grouped and not decimal_pos:
        return mark_safe(number)
    if VERSION >= (6, 1) and isinstance(number, Decimal) and not number.is_finite():
        return str(number)
    text = _plain(number, decimal_pos)
    if text is None:
        coefficient, _, exponent = f'{Decimal(str(number)):e}'.partition('e')
        mantissa = format(
            coefficient, decimal_sep, decimal_pos, grouping, thousand_sep, force_grouping, use_l10n
        )
        return f'{mantissa}e{exponent}'
    sign = '-' if text[0] == '-' else ''
    whole, _, places = text[len(sign) :].partition('.')
    if decimal_pos is not None:
        places = places[:decimal_pos].ljust(decimal_pos, '0')
    if grouped:
        whole = _grouped(whole, grouping, thousand_sep)
    return sign + whole + (decimal_sep + places if places else '')
