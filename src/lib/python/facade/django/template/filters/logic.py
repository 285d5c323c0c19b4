"""Filters that choose, and the one that helps looking."""

from django.template.library import Library

_register = Library()
REGISTERED = _register.filters


@_register.filter(is_safe=False)
def default(value, arg):
    return value or arg


@_register.filter(is_safe=False)
def default_if_none(value, arg):
    return arg if value is None else value


@_register.filter(is_safe=False)
def yesno(value, arg=None):
    """One of "yes,no,maybe"; None is "no" when only two words are given."""
    words = ('yes,no,maybe' if arg is None else arg).split(',')
    if len(words) < 2:
        return value
    yes, no = words[:2]
    if value is None:
        return words[2] if len(words) == 3 else no
    return yes if value else no


@_register.filter(is_safe=True)
def pprint(value):
    from pprint import pformat

    try:
        return pformat(value)
    except Exception as error:
        return f'Error in formatting: {type(error).__name__}: {error}'
