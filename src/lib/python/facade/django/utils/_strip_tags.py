"""Taking the tags out of HTML."""

import re
from html.parser import HTMLParser

from django.core.exceptions import SuspiciousOperation

_DEPTH_LIMIT = 50
_LONG_UNCLOSED_TAG = re.compile(r'<[a-zA-Z][^>]{1000,}')


class _TextOnly(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.parts = []

    def handle_data(self, data):
        self.parts.append(data)

    def handle_entityref(self, name):
        self.parts.append(f'&{name};')

    def handle_charref(self, name):
        self.parts.append(f'&#{name};')


def _without_tags(html):
    parser = _TextOnly()
    parser.feed(html)
    parser.close()
    return ''.join(parser.parts)


def strip_tags(html):
    """The text without tags; repeated until no tag is left. Raises SuspiciousOperation when that takes too long."""
    if any(found.group().count('<') >= _DEPTH_LIMIT for found in _LONG_UNCLOSED_TAG.finditer(html)):
        raise SuspiciousOperation
    for _ in range(_DEPTH_LIMIT):
        if '<' not in html or '>' not in html:
            return html
        stripped = _without_tags(html)
        if stripped.count('<') == html.count('<'):
            return html
        html = stripped
    if '<' in html and '>' in html:
        raise SuspiciousOperation
    return html
