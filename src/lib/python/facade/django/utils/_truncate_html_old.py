"""Shortening HTML as Django did before 5.0: by scanning for tags, characters and words."""

import re

from django import VERSION

_EMPTY = frozenset('br col link base img param area hr input'.split())
_CHARACTER = re.compile(r'<[^>]+?>|(.)', re.S)
_WORD = re.compile(r'<[^>]*>|([^<>\s]+)', re.S)
_TAG = re.compile(r'<(/)?(\S+?)(?:(\s*/)|\s.*?)?>', re.S)


def _note_tag(found, open_tags):
    """Keeps the list of open tags, innermost first."""
    closing, name, closed = found.groups()
    name = name.lower()
    if closed or name in _EMPTY:
        return
    if not closing:
        open_tags.insert(0, name)
    elif VERSION >= (4, 2):
        if open_tags[:1] == [name]:
            del open_tags[0]
    elif name in open_tags:
        del open_tags[: open_tags.index(name) + 1]


def shorten_html(text, length, room, mark, words):
    """
    The HTML cut after `room` characters or words when it has more than `length`, with `mark` and the closing
    tags. Entities count as the characters that they are written with.
    """
    position = cut = seen = 0
    open_tags = []
    pattern = _WORD if words else _CHARACTER
    while seen <= length:
        found = pattern.search(text, position)
        if found is None:
            break
        position = found.end()
        if found[1]:
            seen += 1
            if seen == room:
                cut = position
            continue
        tag = _TAG.match(found[0])
        if tag and seen < room:
            _note_tag(tag, open_tags)
    if seen <= length:
        return text
    return text[:cut] + mark + ''.join(f'</{name}>' for name in open_tags)
