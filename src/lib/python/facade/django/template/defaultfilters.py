"""Django's own filters, also as functions: `from django.template.defaultfilters import slugify`."""

from django import VERSION
from django.template.builtins import Lazy, lazy_table
from django.template.filters import stringfilter
from django.template.library import Library

_NAMES = {
    'strings': 'addslashes capfirst center cut ljust lower make_list phone2numeric rjust slugify stringformat '
    'title truncatechars truncatewords upper wordcount wordwrap',
    'markup': 'escape escapejs force_escape iriencode json_script linebreaks linebreaksbr linenumbers safe '
    'safeseq striptags truncatechars_html truncatewords_html unordered_list urlencode urlize urlizetrunc',
    'lists': 'dictsort dictsortreversed first join last length random slice',
    'numbers': 'add divisibleby filesizeformat floatformat get_digit pluralize',
    'dates': 'date time timesince timeuntil',
    'logic': 'default default_if_none pprint yesno',
}
if VERSION >= (5, 0):
    _NAMES['markup'] += ' escapeseq'
if VERSION < (5, 1):
    _NAMES['lists'] += ' length_is'

register = Library()
register.filters.update(lazy_table('django.template.filters', _NAMES))

# Filters whose function has another name than the filter, as they are imported.
_FUNCTION_NAMES = {
    f'{name}_filter': name
    for name in ('escape', 'escapejs', 'linebreaks', 'phone2numeric', 'slice', 'timesince', 'timeuntil')
}


def __getattr__(name):
    found = register.filters.get(_FUNCTION_NAMES.get(name, name))
    if found is None:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    return found.load() if isinstance(found, Lazy) else found
