"""Turning tokens into nodes."""

import re

from django import VERSION
from django.template.builtins import Lazy
from django.template.exceptions import TemplateSyntaxError
from django.template.expression import FilterExpression
from django.template.lexer import TokenType
from django.template.nodes import NodeList, TextNode, VariableNode
from django.utils.text import get_text_list


class Parser:
    """Reads the tokens of one template. Tags get it as `parser` and read on from it."""

    def __init__(self, tokens, libraries=None, builtins=None, origin=None):
        # The next token is the last of the list.
        self.tokens = list(reversed(tokens))
        self.libraries = {} if libraries is None else libraries
        self.origin = origin
        self.tags = {}
        self.filters = {}
        self.extra_data = {}
        # The tags that are open, each with its token.
        self.command_stack = []
        for library in builtins or ():
            self.add_library(library)

    def __repr__(self):
        return f'<{type(self).__qualname__} tokens={self.tokens!r}>'

    def parse(self, parse_until=None):
        """The nodes up to a tag whose name is in `parse_until`; that token is then the next one."""
        ends = parse_until or ()
        nodelist = NodeList()
        while self.tokens:
            token = self.next_token()
            if token.token_type is TokenType.TEXT:
                self.extend_nodelist(nodelist, TextNode(token.contents), token)
            elif token.token_type is TokenType.VAR:
                self.extend_nodelist(nodelist, self._variable(token), token)
            elif token.token_type is TokenType.BLOCK:
                if not token.contents:
                    raise self.error(token, f'Empty block tag on line {token.lineno}')
                command = token.contents.split()[0]
                if command in ends:
                    self.prepend_token(token)
                    return nodelist
                self.extend_nodelist(nodelist, self._tag(command, token, ends), token)
                self.command_stack.pop()
        if ends:
            self.unclosed_block_tag(ends)
        return nodelist

    def _variable(self, token):
        if not token.contents:
            raise self.error(token, f'Empty variable tag on line {token.lineno}')
        try:
            return VariableNode(self.compile_filter(token.contents))
        except TemplateSyntaxError as error:
            raise self.error(token, error)

    def _tag(self, command, token, ends):
        self.command_stack.append((command, token))
        compile_tag = self.tags.get(command)
        if compile_tag is None:
            self.invalid_block_tag(token, command, ends)
        try:
            return compile_tag(self, token)
        except Exception as error:
            raise self.error(token, error)

    def extend_nodelist(self, nodelist, node, token):
        if node.must_be_first and nodelist.contains_nontext:
            raise self.error(token, self._must_be_first(node, token))
        if not isinstance(node, TextNode):
            nodelist.contains_nontext = True
        node.token = token
        node.origin = self.origin
        nodelist.append(node)

    def _must_be_first(self, node, token):
        if VERSION < (5, 0):
            return f'{node!r} must be the first tag in the template.'
        name = self.origin.template_name
        where = repr(name) if name else 'the template'
        return f'{{% {token.contents} %}} must be the first tag in {where}.'

    def skip_past(self, endtag):
        """Drops everything up to and with the end tag."""
        while self.tokens:
            token = self.next_token()
            if token.token_type is TokenType.BLOCK and token.contents == endtag:
                return
        self.unclosed_block_tag([endtag])

    def error(self, token, e):
        """The error with the innermost token that it belongs to."""
        error = e if isinstance(e, Exception) else TemplateSyntaxError(e)
        if not hasattr(error, 'token'):
            error.token = token
        return error

    def invalid_block_tag(self, token, command, parse_until=None):
        expected = ''
        if parse_until:
            expected = ', expected ' + get_text_list([f"'{name}'" for name in parse_until], 'or')
        raise self.error(
            token,
            f"Invalid block tag on line {token.lineno}: '{command}'{expected}. "
            'Did you forget to register or load this tag?',
        )

    def unclosed_block_tag(self, parse_until):
        command, token = self.command_stack.pop()
        raise self.error(
            token,
            f"Unclosed tag on line {token.lineno}: '{command}'. "
            f'Looking for one of: {", ".join(parse_until)}.',
        )

    def next_token(self):
        return self.tokens.pop()

    def prepend_token(self, token):
        self.tokens.append(token)

    def delete_first_token(self):
        del self.tokens[-1]

    def add_library(self, lib):
        self.tags.update(lib.tags)
        self.filters.update(lib.filters)

    def compile_filter(self, token):
        return FilterExpression(token, self)

    def find_filter(self, filter_name):
        found = self.filters.get(filter_name)
        if found is None:
            raise TemplateSyntaxError(f"Invalid filter: '{filter_name}'")
        return found.load() if isinstance(found, Lazy) else found


_KEYWORD = re.compile(r'(?:(\w+)=)?(.+)')


def split_keyword(word):
    """A word of a tag as (name, value); the name is None for `value` alone."""
    found = _KEYWORD.match(word)
    return found.groups() if found else (None, None)


def token_kwargs(bits, parser, support_legacy=False):
    """
    Takes keyword arguments off the front of a tag's words: `name=value`, or, with `support_legacy`, the older
    `value as name and …`. Returns a dictionary of compiled values; stops at the first word that is none.
    """
    if not bits:
        return {}
    if split_keyword(bits[0])[0]:
        return _modern_kwargs(bits, parser)
    return _legacy_kwargs(bits, parser) if support_legacy else {}


def _modern_kwargs(bits, parser):
    kwargs = {}
    while bits:
        name, value = split_keyword(bits[0])
        if not name:
            break
        del bits[0]
        kwargs[name] = parser.compile_filter(value)
    return kwargs


def _legacy_kwargs(bits, parser):
    kwargs = {}
    while len(bits) >= 3 and bits[1] == 'as':
        value, _, name = bits[:3]
        del bits[:3]
        kwargs[name] = parser.compile_filter(value)
        if not bits or bits[0] != 'and':
            break
        del bits[0]
    return kwargs
