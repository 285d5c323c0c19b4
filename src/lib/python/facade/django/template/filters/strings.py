"""Filters on plain text."""

import re

from django import VERSION
from django.template.filters import stringfilter
from django.template.library import Library
from django.utils import text as texts
from django.utils.safestring import SafeData, mark_safe

_register = Library()
REGISTERED = _register.filters


@_register.filter(is_safe=True)
@stringfilter
def addslashes(value):
    return re.sub(r'([\\"\'])', r'\\\1', value)


@_register.filter(is_safe=True)
@stringfilter
def capfirst(value):
    return value and value[0].upper() + value[1:]


@_register.filter(is_safe=True)
@stringfilter
def center(value, arg):
    width = int(arg)
    if VERSION >= (6, 1):
        return value if width <= 0 else f'{value:^{width}}'
    return value.center(width)


@_register.filter
@stringfilter
def cut(value, arg):
    rest = value.replace(arg, '')
    # Without its semicolons an entity is not safe any more.
    return mark_safe(rest) if isinstance(value, SafeData) and arg != ';' else rest


@_register.filter(is_safe=True)
@stringfilter
def ljust(value, arg):
    return value.ljust(int(arg))


@_register.filter(is_safe=True)
@stringfilter
def lower(value):
    return value.lower()


@_register.filter(is_safe=False)
@stringfilter
def make_list(value):
    return list(value)


@_register.filter('phone2numeric', is_safe=True)
def phone2numeric_filter(value):
    return texts.phone2numeric(value)


@_register.filter(is_safe=True)
@stringfilter
def rjust(value, arg):
    return value.rjust(int(arg))


@_register.filter(is_safe=True)
@stringfilter
def slugify(value):
    return texts.slugify(value)


@_register.filter(is_safe=True)
def stringformat(value, arg):
    if isinstance(value, tuple):
        value = str(value)
    try:
        return f'%{arg}' % value
    except (ValueError, TypeError):
        return ''


@_register.filter(is_safe=True)
@stringfilter
def title(value):
    def small(found):
        return found[0].lower()

    return re.sub(r'\d([A-Z])', small, re.sub("([a-z])'([A-Z])", small, value.title()))


@_register.filter(is_safe=True)
@stringfilter
def truncatechars(value, arg):
    try:
        length = int(arg)
    except ValueError:
        return value
    return texts.Truncator(value).chars(length)


@_register.filter(is_safe=True)
@stringfilter
def truncatewords(value, arg):
    try:
        length = int(arg)
    except ValueError:
        return value
    return texts.Truncator(value).words(length, truncate=' …')


@_register.filter(is_safe=False)
@stringfilter
def upper(value):
    return value.upper()


@_register.filter(is_safe=False)
@stringfilter
def wordcount(value):
    return len(value.split())


@_register.filter(is_safe=True)
@stringfilter
def wordwrap(value, arg):
    return texts.wrap(value, int(arg))
