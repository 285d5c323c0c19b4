"""Filters that make, escape or remove HTML."""

from django import VERSION
from django.template.filters import stringfilter
from django.template.library import Library
from django.utils import html
from django.utils.safestring import SafeData, mark_safe
from django.utils.text import Truncator, normalize_newlines

_register = Library()
REGISTERED = _register.filters


@_register.filter('escape', is_safe=True)
@stringfilter
def escape_filter(value):
    return html.conditional_escape(value)


@_register.filter('escapejs')
@stringfilter
def escapejs_filter(value):
    return html.escapejs(value)


@_register.filter(is_safe=True)
def escapeseq(value):
    return [html.conditional_escape(item) for item in value]


@_register.filter(is_safe=True)
@stringfilter
def force_escape(value):
    return html.escape(value)


@_register.filter(is_safe=True)
@stringfilter
def iriencode(value):
    from django.utils.encoding import iri_to_uri

    return iri_to_uri(value)


def _json_script_4_1(value, element_id=None):
    return html.json_script(value, element_id)


def _json_script_3_2(value, element_id):
    return html.json_script(value, element_id)


_register.filter(
    'json_script', _json_script_4_1 if VERSION >= (4, 1) else _json_script_3_2, is_safe=True
)


@_register.filter('linebreaks', is_safe=True, needs_autoescape=True)
@stringfilter
def linebreaks_filter(value, autoescape=True):
    return mark_safe(html.linebreaks(value, autoescape and not isinstance(value, SafeData)))


@_register.filter(is_safe=True, needs_autoescape=True)
@stringfilter
def linebreaksbr(value, autoescape=True):
    text = normalize_newlines(value)
    if autoescape and not isinstance(value, SafeData):
        text = html.escape(text)
    return mark_safe(text.replace('\n', '<br>'))


@_register.filter(is_safe=True, needs_autoescape=True)
@stringfilter
def linenumbers(value, autoescape=True):
    lines = value.split('\n')
    width = len(str(len(lines)))
    if autoescape and not isinstance(value, SafeData):
        lines = map(html.escape, lines)
    return mark_safe('\n'.join(f'{number:0{width}d}. {line}' for number, line in enumerate(lines, 1)))


@_register.filter(is_safe=True)
@stringfilter
def safe(value):
    return mark_safe(value)


@_register.filter(is_safe=True)
def safeseq(value):
    return [mark_safe(item) for item in value]


@_register.filter(is_safe=True)
@stringfilter
def striptags(value):
    return html.strip_tags(value)


@_register.filter(is_safe=True)
@stringfilter
def truncatechars_html(value, arg):
    try:
        length = int(arg)
    except ValueError:
        return value
    return Truncator(value).chars(length, html=True)


@_register.filter(is_safe=True)
@stringfilter
def truncatewords_html(value, arg):
    try:
        length = int(arg)
    except ValueError:
        return value
    return Truncator(value).words(length, html=True, truncate=' …')


@_register.filter(is_safe=True, needs_autoescape=True)
def unordered_list(value, autoescape=True):
    escaper = html.conditional_escape if autoescape else lambda item: item
    return mark_safe(_items(value, escaper, 1))


def _with_children(items):
    """Pairs of an item and the list of its children (the list that follows it), or None."""
    item = None
    waiting = False
    for entry in items:
        if waiting and _is_list(entry):
            yield item, entry
            waiting = False
            continue
        if waiting:
            yield item, None
        item, waiting = entry, True
    if waiting:
        yield item, None


def _is_list(entry):
    from types import GeneratorType

    return isinstance(entry, (list, tuple, GeneratorType))


def _items(items, escaper, depth):
    indent = '\t' * depth
    lines = []
    for item, children in _with_children(items):
        inner = ''
        if children:
            inner = f'\n{indent}<ul>\n{_items(children, escaper, depth + 1)}\n{indent}</ul>\n{indent}'
        lines.append(f'{indent}<li>{escaper(item)}{inner}</li>')
    return '\n'.join(lines)


@_register.filter(is_safe=False)
@stringfilter
def urlencode(value, safe=None):
    from urllib.parse import quote

    return quote(value) if safe is None else quote(value, safe=safe)


@_register.filter(is_safe=True, needs_autoescape=True)
@stringfilter
def urlize(value, autoescape=True):
    return mark_safe(html.urlize(value, nofollow=True, autoescape=autoescape))


@_register.filter(is_safe=True, needs_autoescape=True)
@stringfilter
def urlizetrunc(value, limit, autoescape=True):
    return mark_safe(
        html.urlize(value, trim_url_limit=int(limit), nofollow=True, autoescape=autoescape)
    )
