"""Shortening text and HTML to a number of characters or words."""

import re
import unicodedata
from html import escape
from html.parser import HTMLParser

from django import VERSION
from django.utils.html import VOID_ELEMENTS


def _with_mark(text, mark=None):
    """The shortened text with the mark that says so; `mark` may hold %(truncated_text)s."""
    if mark is None:
        return f'{text}…'
    if '%(truncated_text)s' in mark:
        return mark % {'truncated_text': text}
    return text if text.endswith(mark) else f'{text}{mark}'


def _room(length, mark):
    """How many characters are left beside the mark; combining ones take no room."""
    for char in _with_mark('', mark):
        if not unicodedata.combining(char):
            length -= 1
            if length == 0:
                break
    return length


def chars(text, num, mark=None, html=False):
    length = int(num)
    if length <= 0 and VERSION >= (5, 0):
        return ''
    text = unicodedata.normalize('NFC', text)
    if html and VERSION < (5, 0):
        from django.utils._truncate_html_old import shorten_html

        return shorten_html(text, length, _room(length, mark), _with_mark('', mark), words=False)
    if html:
        return _shorten_html(_Characters(length, mark), text)
    room, seen, end = _room(length, mark), 0, None
    for index, char in enumerate(text):
        if unicodedata.combining(char):
            continue
        seen += 1
        if end is None and seen > room:
            end = index
        if seen > length:
            return _with_mark(text[: end or 0], mark)
    return text


def words(text, num, mark=None, html=False):
    length = int(num)
    if length <= 0 and (html or VERSION >= (5, 0)):
        return ''
    if html and VERSION < (5, 0):
        from django.utils._truncate_html_old import shorten_html

        return shorten_html(text, length, length, _with_mark('', mark), words=True)
    if html:
        return _shorten_html(_Words(length, mark), text)
    found = text.split()
    if len(found) > length:
        return _with_mark(' '.join(found[:length]), mark)
    return ' '.join(found)


class _Full(Exception):
    """Raised when nothing more fits."""


class _Shortener(HTMLParser):
    """Copies HTML until the limit is reached, then closes what is open."""

    def __init__(self, length, mark):
        super().__init__(convert_charrefs=True)
        self.length, self.mark = length, mark
        self.room = self.first_room()
        self.parts, self.open = [], []

    def first_room(self):
        return self.length

    def written(self):
        return sum(map(len, self.parts))

    def handle_starttag(self, tag, attrs):
        self.parts.append(self.get_starttag_text())
        if tag not in VOID_ELEMENTS:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in VOID_ELEMENTS:
            return
        self.parts.append(f'</{tag}>')
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_data(self, data):
        size, kept = self.measure(data)
        if size > self.room:
            self.room = 0
            self.parts.append(_with_mark(kept, self.mark))
            raise _Full
        self.room -= size
        self.parts.append(kept)


class _Characters(_Shortener):
    seen = 0

    def first_room(self):
        return _room(self.length, self.mark)

    def measure(self, data):
        self.seen += len(data)
        # The mark would take room from a text that fits to the last character.
        if self.seen == self.length and self.written() + len(data) == len(self.rawdata):
            self.parts.append(data)
            raise _Full
        return len(data), escape(data[: self.room])


class _Words(_Shortener):
    def measure(self, data):
        found = re.split(r'(?<=\S)\s+(?=\S)', data)
        return len(found), escape(' '.join(found[: self.room]))


def _shorten_html(parser, text):
    try:
        parser.feed(text)
        parser.reset()
    except _Full:
        parser.parts += [f'</{tag}>' for tag in reversed(parser.open)]
        parser.reset()
    return ''.join(parser.parts)
