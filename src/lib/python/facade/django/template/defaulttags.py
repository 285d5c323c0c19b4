"""Django's own tags. Projects also register their own filters and tags in `register`."""

from django import VERSION
from django.template.builtins import lazy_table
from django.template.library import Library

_NAMES = {
    'conditions': 'if ifchanged firstof',
    'loops': 'for cycle resetcycle regroup',
    'text': 'autoescape comment filter spaceless templatetag verbatim lorem debug',
    'values': 'with now widthratio load',
    'addresses': 'url csrf_token',
}
if VERSION < (4, 0):
    _NAMES['equality'] = 'ifequal ifnotequal'
if VERSION >= (5, 1):
    _NAMES['addresses'] += ' querystring'
if VERSION >= (6, 0):
    _NAMES['partials'] = 'partialdef partial'

register = Library()
register.tags.update(lazy_table('django.template.tags', _NAMES))


def __getattr__(name):
    """Node classes and compile functions under the names that code for Django imports them by."""
    from django.template.tags import exported

    return exported(name, __name__)
