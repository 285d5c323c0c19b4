"""`lorem`: filler text."""

import random

from django.template.exceptions import TemplateSyntaxError
from django.template.nodes import Node

_OPENING = (
    'Lorem ipsum dolor sit amet, consectetur adipisicing elit, sed do eiusmod tempor incididunt ut labore et '
    'dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip '
    'ex ea commodo consequat. Duis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore eu '
    'fugiat nulla pariatur. Excepteur sint occaecat cupidatat non proident, sunt in culpa qui officia '
    'deserunt mollit anim id est laborum.'
)
_WORDS = sorted({word.strip('.,').lower() for word in _OPENING.split()})
_FIRST_WORDS = (
    'lorem ipsum dolor sit amet consectetur adipisicing elit sed do eiusmod tempor incididunt ut labore et '
    'dolore magna aliqua'
).split()


def _sentence():
    text = ' '.join(random.sample(_WORDS, random.randint(4, 12)))
    return text[0].upper() + text[1:] + random.choice('?.')


def _paragraph():
    return ' '.join(_sentence() for _ in range(random.randint(1, 4)))


def _words(count, common):
    found = _FIRST_WORDS[:count] if common else []
    while len(found) < count:
        found += random.sample(_WORDS, min(count - len(found), len(_WORDS)))
    return ' '.join(found)


class LoremNode(Node):
    def __init__(self, count, method, common):
        self.count = count
        self.method = method
        self.common = common

    def render(self, context):
        try:
            count = int(self.count.resolve(context))
        except (ValueError, TypeError):
            count = 1
        if self.method == 'w':
            return _words(count, self.common)
        texts = [_OPENING if self.common and not index else _paragraph() for index in range(count)]
        if self.method == 'p':
            texts = [f'<p>{text}</p>' for text in texts]
        return '\n\n'.join(texts)


def read_lorem(parser, token):
    tag, *words = token.split_contents()
    common = not (words and words[-1] == 'random')
    if not common:
        words.pop()
    method = words.pop() if words and words[-1] in ('w', 'p', 'b') else 'b'
    count = parser.compile_filter(words.pop() if words else '1')
    if words:
        raise TemplateSyntaxError(f'Incorrect format for {tag!r} tag')
    return LoremNode(count, method, common)
