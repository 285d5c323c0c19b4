"""Making HTML out of text, and text out of HTML."""

import html as _html
import re
from collections.abc import Mapping

from django import VERSION
from django.utils.functional import Promise, keep_lazy, keep_lazy_text
from django.utils.safestring import SafeString, mark_safe

VOID_ELEMENTS = frozenset(
    'area base br col embed hr img input link meta param source track wbr frame spacer'.split()
)


@keep_lazy(SafeString)
def escape(text):
    """Escapes & < > " and '; also in text that is marked as safe."""
    return SafeString(_html.escape(str(text)))


def conditional_escape(text):
    """Escapes text unless it is marked as safe."""
    if isinstance(text, Promise):
        text = str(text)
    return text.__html__() if hasattr(text, '__html__') else escape(text)


def format_html(format_string, *args, **kwargs):
    """As `str.format`, with every argument escaped; the result is safe."""
    if not (args or kwargs) and VERSION >= (6, 0):
        raise TypeError('args or kwargs must be provided.')
    return mark_safe(
        format_string.format(
            *map(conditional_escape, args),
            **{name: conditional_escape(value) for name, value in kwargs.items()},
        )
    )


def format_html_join(sep, format_string, args_generator):
    """Joins one `format_html` for each group of arguments; groups may be mappings since 5.2."""
    return mark_safe(
        conditional_escape(sep).join(
            format_html(format_string, **group)
            if isinstance(group, Mapping) and VERSION >= (5, 2)
            else format_html(format_string, *group)
            for group in args_generator
        )
    )


_JS_ESCAPES = {ord(char): f'\\u{ord(char):04X}' for char in '\\\'"><&=-;`\u2028\u2029'}
_JS_ESCAPES.update({code: f'\\u{code:04X}' for code in range(32)})
if VERSION >= (6, 0):
    _JS_ESCAPES.update({code: f'\\u{code:04X}' for code in range(127, 160)})


@keep_lazy(SafeString)
def escapejs(value):
    return mark_safe(str(value).translate(_JS_ESCAPES))


def json_script(value, element_id=None, encoder=None):
    """The value as JSON inside a script element that cannot be broken out of."""
    import json

    if encoder is None:
        from django.core.serializers.json import DjangoJSONEncoder as encoder
    escapes = {ord(char): f'\\u{ord(char):04X}' for char in '><&'}
    text = mark_safe(json.dumps(value, cls=encoder).translate(escapes))
    if element_id or VERSION < (4, 0):
        return format_html('<script id="{}" type="application/json">{}</script>', element_id, text)
    return format_html('<script type="application/json">{}</script>', text)


@keep_lazy_text
def linebreaks(value, autoescape=False):
    """Blank lines become paragraphs, line ends become <br>."""
    from django.utils.text import normalize_newlines

    paragraphs = re.split('\n{2,}', str(normalize_newlines(value)))
    if autoescape:
        paragraphs = map(escape, paragraphs)
    return '\n\n'.join('<p>%s</p>' % text.replace('\n', '<br>') for text in paragraphs)


@keep_lazy_text
def strip_tags(value):
    from django.utils._strip_tags import strip_tags

    return strip_tags(str(value))


@keep_lazy_text
def strip_spaces_between_tags(value):
    return re.sub(r'>\s+<', '><', str(value))


def smart_urlquote(url):
    from django.utils._urlize import smart_urlquote

    return smart_urlquote(url)


@keep_lazy_text
def urlize(text, trim_url_limit=None, nofollow=False, autoescape=False):
    """Turns the addresses in a text into links."""
    from django.utils._urlize import urlize

    return urlize(text, trim_url_limit, nofollow, autoescape)


def avoid_wrapping(value):
    return value.replace(' ', '\xa0')


def html_safe(klass):
    """A class decorator: what `__str__` returns is HTML."""
    if '__html__' in vars(klass):
        raise ValueError(f"can't apply @html_safe to {klass.__name__} because it defines __html__().")
    if '__str__' not in vars(klass):
        raise ValueError(
            f"can't apply @html_safe to {klass.__name__} because it doesn't define __str__()."
        )
    as_text = klass.__str__
    klass.__str__ = lambda self: mark_safe(as_text(self))
    klass.__html__ = lambda self: str(self)
    return klass
