"""Work on plain text: splitting, shortening, slugs."""

import re

from django.utils.functional import SimpleLazyObject, keep_lazy_text, lazy
from django.utils.translation import gettext_lazy


@keep_lazy_text
def capfirst(x):
    if not x:
        return x
    text = x if isinstance(x, str) else str(x)
    return text[0].upper() + text[1:]


@keep_lazy_text
def normalize_newlines(text):
    return re.sub(r'\r\n?', '\n', str(text))


@keep_lazy_text
def wrap(text, width):
    """Breaks lines at spaces so that they fit the width; long words and present line ends stay."""
    from django.utils._wrap import wrap

    return wrap(text, width)


class Truncator(SimpleLazyObject):
    """Shortens a text to a number of characters or words."""

    def __init__(self, text):
        super().__init__(lambda: str(text))

    def chars(self, num, truncate=None, html=False):
        from django.utils import _truncate

        return _truncate.chars(str(self), num, truncate, html)

    def words(self, num, truncate=None, html=False):
        from django.utils import _truncate

        return _truncate.words(str(self), num, truncate, html)


@keep_lazy_text
def get_valid_filename(name):
    from django.core.exceptions import SuspiciousFileOperation

    clean = re.sub(r'[^-\w.]', '', str(name).strip().replace(' ', '_'))
    if clean in ('', '.', '..'):
        raise SuspiciousFileOperation(f"Could not derive file name from '{name}'")
    return clean


@keep_lazy_text
def get_text_list(list_, last_word=gettext_lazy('or')):
    """"a, b or c"."""
    if not list_:
        return ''
    *firsts, last = map(str, list_)
    return f'{", ".join(firsts)} {last_word} {last}' if firsts else last


@keep_lazy_text
def phone2numeric(phone):
    keys = str.maketrans('abcdefghijklmnopqrstuvwxyz', '22233344455566677778889999')
    return phone.lower().translate(keys)


# A piece of a tag: parts without space, in which quoted strings may hold spaces; or anything without a space.
_PIECE = re.compile(
    r'''(?:[^\s'"]*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'))+[^\s'"]*|\S+'''
)


def smart_split(text):
    """The pieces of a text between spaces; a quoted string stays in one piece, with its quotes."""
    for piece in _PIECE.finditer(str(text)):
        yield piece[0]


@keep_lazy_text
def unescape_string_literal(s):
    """The text that a quoted string stands for. Raises ValueError when it is none."""
    if not s or s[0] not in '"\'' or s[-1] != s[0]:
        raise ValueError(f'Not a string literal: {s!r}')
    return s[1:-1].replace('\\' + s[0], s[0]).replace('\\\\', '\\')


@keep_lazy_text
def slugify(value, allow_unicode=False):
    """Lower case, letters, digits, dashes and underscores only."""
    import unicodedata

    if allow_unicode:
        text = unicodedata.normalize('NFKC', str(value))
    else:
        text = unicodedata.normalize('NFKD', str(value)).encode('ascii', 'ignore').decode()
    text = re.sub(r'[^\w\s-]', '', text.lower())
    return re.sub(r'[-\s]+', '-', text).strip('-_')


def camel_case_to_spaces(value):
    return re.sub(r'((?<=[a-z])[A-Z]|[A-Z](?![A-Z]|$))', r' \1', value).strip().lower()


def _format(format_string, *args, **kwargs):
    return format_string.format(*args, **kwargs)


format_lazy = lazy(_format, str)


def compress_string(s, *, max_random_bytes=None):
    """The bytes as gzip writes them, without a time."""
    import gzip

    return gzip.compress(s, compresslevel=6, mtime=0)
