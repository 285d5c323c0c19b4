"""Filters on lists."""

from django import VERSION
from django.template.library import Library
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

_register = Library()
REGISTERED = _register.filters


def _part(value, name):
    try:
        return value[name]
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return getattr(value, name)


def _reader(path):
    """A function that reads the path ("author.name", or a number) of an item. Raises AttributeError."""
    try:
        float(path)
    except ValueError:
        if '._' in path or path[0] == '_':
            raise AttributeError('Access to private variables is forbidden.')
        names = path.split('.')

        def read(value):
            for name in names:
                value = _part(value, name)
            return value

        return read
    return lambda value: value[path]


def _sorted(value, path, reverse):
    try:
        return sorted(value, key=_reader(path), reverse=reverse)
    except (AttributeError, TypeError):
        return ''


@_register.filter(is_safe=False)
def dictsort(value, arg):
    return _sorted(value, arg, False)


@_register.filter(is_safe=False)
def dictsortreversed(value, arg):
    return _sorted(value, arg, True)


@_register.filter(is_safe=False)
def first(value):
    try:
        return value[0]
    except IndexError:
        return ''


@_register.filter(is_safe=True)
def last(value):
    try:
        return value[-1]
    except IndexError:
        return ''


@_register.filter(is_safe=True, needs_autoescape=True)
def join(value, arg, autoescape=True):
    try:
        if VERSION < (5, 0):
            items = map(conditional_escape, value) if autoescape else value
            return mark_safe(conditional_escape(arg).join(items))
        if autoescape:
            return mark_safe(conditional_escape(arg).join(map(conditional_escape, value)))
        return mark_safe(arg.join(value))
    except TypeError:
        return value


@_register.filter(is_safe=False)
def length(value):
    try:
        return len(value)
    except (ValueError, TypeError):
        return 0


@_register.filter(is_safe=False)
def length_is(value, arg):
    try:
        return len(value) == int(arg)
    except (ValueError, TypeError):
        return ''


@_register.filter(is_safe=True)
def random(value):
    from random import choice

    if not value and VERSION >= (5, 0):
        return ''
    return choice(value)


@_register.filter('slice', is_safe=True)
def slice_filter(value, arg):
    try:
        bounds = [int(bound) if bound else None for bound in str(arg).split(':')]
        return value[slice(*bounds)]
    except (ValueError, TypeError, KeyError):
        return value
