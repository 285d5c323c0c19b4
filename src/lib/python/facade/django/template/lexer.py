"""Cutting a template's source into tokens: text, {{ variable }}, {% block %} and {# comment #}."""

import re
from enum import Enum

from django.utils.text import smart_split

FILTER_SEPARATOR = '|'
FILTER_ARGUMENT_SEPARATOR = ':'
VARIABLE_ATTRIBUTE_SEPARATOR = '.'
BLOCK_TAG_START, BLOCK_TAG_END = '{%', '%}'
VARIABLE_TAG_START, VARIABLE_TAG_END = '{{', '}}'
COMMENT_TAG_START, COMMENT_TAG_END = '{#', '#}'
SINGLE_BRACE_START, SINGLE_BRACE_END = '{', '}'

# A tag ends on the line on which it begins.
_TAG = re.compile(r'{%.*?%}|{{.*?}}|{#.*?#}')


class TokenType(Enum):
    TEXT = 0
    VAR = 1
    BLOCK = 2
    COMMENT = 3


_TYPES = {'{%': TokenType.BLOCK, '{{': TokenType.VAR, '{#': TokenType.COMMENT}


class Token:
    """A piece of a template. `position`: its start and end in the source; `lineno` counts from 1."""

    def __init__(self, token_type, contents, position=None, lineno=None):
        self.token_type = token_type
        self.contents = contents
        self.position = position
        self.lineno = lineno

    def __repr__(self):
        beginning = self.contents[:20].replace('\n', '')
        return f'<{self.token_type.name.capitalize()} token: "{beginning}...">'

    def split_contents(self):
        """The words of a tag. Quoted text stays one word, and so does _("translated text")."""
        words = []
        pieces = smart_split(self.contents)
        for piece in pieces:
            if piece.startswith(('_("', "_('")):
                end = piece[2] + ')'
                while not piece.endswith(end):
                    piece += ' ' + next(pieces)
            words.append(piece)
        return words


def tokenize(source):
    """All tokens of a template, in order. Inside {% verbatim %} everything is text."""
    tokens = []
    upto, lineno, verbatim_end = 0, 1, None

    def add(token_type, contents, start, end):
        nonlocal lineno
        tokens.append(Token(token_type, contents, (start, end), lineno))
        lineno += source.count('\n', start, end)

    for found in _TAG.finditer(source):
        start, end = found.span()
        if start > upto:
            add(TokenType.TEXT, source[upto:start], upto, start)
        upto = end
        tag = found.group()
        token_type, contents = _TYPES[tag[:2]], tag[2:-2].strip()
        if verbatim_end is not None and (token_type is not TokenType.BLOCK or contents != verbatim_end):
            add(TokenType.TEXT, tag, start, end)
            continue
        verbatim_end = None
        if token_type is TokenType.BLOCK and contents[:9] in ('verbatim', 'verbatim '):
            verbatim_end = f'end{contents}'
        add(token_type, contents, start, end)
    if upto < len(source):
        add(TokenType.TEXT, source[upto:], upto, len(source))
    return tokens


class Lexer:
    """`tokenize` as a class, as code for Django may call it."""

    def __init__(self, template_string):
        self.template_string = template_string

    def tokenize(self):
        return tokenize(self.template_string)


DebugLexer = Lexer
