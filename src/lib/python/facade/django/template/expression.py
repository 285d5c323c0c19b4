"""Filter expressions: `value|filter:argument|filter`."""

import re

from django import VERSION
from django.template.exceptions import TemplateSyntaxError
from django.template.variable import Variable, VariableDoesNotExist
from django.utils.safestring import SafeData, mark_safe
from django.utils.timezone import template_localtime

_QUOTED = r'''"[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*\''''
_CONSTANT = rf'_\((?:{_QUOTED})\)|{_QUOTED}'
_NAME = r'[\w.+-]+' if VERSION >= (6, 0) else r'[\w.]+|[-+.]?\d[\d.e]*'
_HEAD = re.compile(rf'(?P<constant>{_CONSTANT})|(?P<name>{_NAME})')
_FILTER = re.compile(
    rf'\s*\|\s*(?P<filter>\w+)(?::(?:(?P<constant>{_CONSTANT})|(?P<name>{_NAME})))?'
)


def _head(token):
    """What the expression begins with: a constant or a Variable; and where it ends."""
    found = _HEAD.match(token)
    if found is None:
        return None, 0
    if found['name'] is not None:
        return Variable(found['name']), found.end()
    try:
        return Variable(found['constant']).resolve({}), found.end()
    except VariableDoesNotExist:
        return None, found.end()


def _check_arguments(name, function, given):
    """Raises TemplateSyntaxError when the filter does not take that many arguments."""
    from inspect import getfullargspec, unwrap

    spec = getfullargspec(unwrap(function))
    most = len(spec.args)
    least = most - len(spec.defaults or ())
    if not least <= given + 1 <= most:
        raise TemplateSyntaxError(f'{name} requires {least} arguments, {given + 1} provided')


class FilterExpression:
    """A value with the filters that it goes through. Raises TemplateSyntaxError when it cannot be read."""

    def __init__(self, token, parser):
        self.token = token
        self.var, end = _head(token)
        self.filters = []
        if end == 0:
            self._refuse_head(token)
        while end < len(token):
            found = _FILTER.search(token, end)
            if found is None:
                break
            if found.start() != end:
                raise TemplateSyntaxError(
                    'Could not parse some characters: '
                    f'{token[:end]}|{token[end : found.start()]}|{token[found.start() :]}'
                )
            self.filters.append(self._read_filter(found, parser))
            end = found.end()
        if end != len(token):
            raise TemplateSyntaxError(f"Could not parse the remainder: '{token[end:]}' from '{token}'")
        self.is_var = isinstance(self.var, Variable)

    @staticmethod
    def _refuse_head(token):
        found = _FILTER.search(token)
        if found is None:
            raise TemplateSyntaxError(f"Could not parse the remainder: '{token}' from '{token}'")
        start = found.start()
        if start:
            raise TemplateSyntaxError(
                f'Could not parse some characters: |{token[:start]}|{token[start:]}'
            )
        raise TemplateSyntaxError(f'Could not find variable at start of {token}.')

    @staticmethod
    def _read_filter(found, parser):
        arguments = []
        if found['constant']:
            arguments.append((False, Variable(found['constant']).resolve({})))
        elif found['name']:
            arguments.append((True, Variable(found['name'])))
        function = parser.find_filter(found['filter'])
        _check_arguments(found['filter'], function, len(arguments))
        return function, arguments

    def resolve(self, context, ignore_failures=False):
        """The filtered value. A variable that is missing is `string_if_invalid`, or None with `ignore_failures`."""
        value = self.var
        if self.is_var:
            try:
                value = self.var.resolve(context)
            except VariableDoesNotExist:
                if ignore_failures:
                    value = None
                else:
                    value = context.template.engine.string_if_invalid
                    if value:
                        return value % self.var if '%s' in value else value
        for function, arguments in self.filters:
            value = self._apply(function, value, arguments, context)
        return value

    @staticmethod
    def _apply(function, value, arguments, context):
        values = [item.resolve(context) if looked_up else mark_safe(item) for looked_up, item in arguments]
        if getattr(function, 'expects_localtime', False):
            value = template_localtime(value, context.use_tz)
        if getattr(function, 'needs_autoescape', False):
            result = function(value, *values, autoescape=context.autoescape)
        else:
            result = function(value, *values)
        if getattr(function, 'is_safe', False) and isinstance(value, SafeData):
            return mark_safe(result)
        return result

    def __str__(self):
        return self.token

    def __repr__(self):
        return f'<{type(self).__qualname__} {self.token!r}>'
