"""Variables: a literal, or a path such as `user.name.0` that is looked up in the context."""

from django import VERSION
from django.template.context import BaseContext
from django.template.exceptions import TemplateSyntaxError
from django.utils.safestring import mark_safe
from django.utils.text import unescape_string_literal
from django.utils.translation import gettext_lazy, pgettext_lazy


class VariableDoesNotExist(Exception):
    def __init__(self, msg, params=()):
        super().__init__(msg, params)
        self.msg = msg
        self.params = params

    def __str__(self):
        return self.msg % self.params


def _number(text):
    """The number that a text spells. Raises ValueError when it spells none."""
    if '.' not in text and 'e' not in text.lower():
        return int(text)
    number = float(text)
    if text.endswith('.'):
        raise ValueError
    return number


def _checked_path(text):
    """The steps of a variable's path. Raises TemplateSyntaxError for names that templates may not use."""
    if '._' in text or text[0] == '_':
        raise TemplateSyntaxError(f"Variables and attributes may not begin with underscores: '{text}'")
    if VERSION >= (6, 0):
        for char in '+-':
            if char in text:
                raise TemplateSyntaxError(f"Invalid character ('{char}') in variable name: '{text}'")
    return tuple(text.split('.'))


def _by_key(owner, name):
    if VERSION >= (5, 2) and not hasattr(type(owner), '__getitem__'):
        raise TypeError
    return owner[name]


def _by_attribute(owner, name):
    # The attributes of the context itself are not variables.
    if isinstance(owner, BaseContext):
        raise AttributeError
    return getattr(owner, name)


def _step(owner, name):
    """One step of a path: key, else attribute, else index. Raises VariableDoesNotExist."""
    try:
        return _by_key(owner, name)
    except (TypeError, AttributeError, KeyError, ValueError, IndexError):
        pass
    try:
        return _by_attribute(owner, name)
    except (TypeError, AttributeError):
        # A property that raises by itself is the author's error, not a missing variable.
        if not isinstance(owner, BaseContext) and name in dir(owner):
            raise
    try:
        return owner[int(name)]
    except (IndexError, ValueError, KeyError, TypeError):
        raise VariableDoesNotExist('Failed lookup for key [%s] in %r', (name, owner))


def _needs_arguments(function):
    from inspect import signature

    try:
        signature(function).bind()
    except (TypeError, ValueError):
        return True
    return False


def _called(value, context):
    """What a template shows of a callable: the result of calling it without arguments."""
    if getattr(value, 'do_not_call_in_templates', False):
        return value
    if getattr(value, 'alters_data', False):
        return context.template.engine.string_if_invalid
    try:
        return value()
    except TypeError:
        if _needs_arguments(value):
            return context.template.engine.string_if_invalid
        raise


class Variable:
    """One variable of a template. Raises TemplateSyntaxError for names with a leading underscore."""

    def __init__(self, var):
        if not isinstance(var, str):
            raise TypeError(f'Variable must be a string or number, got {type(var)}')
        self.var = var
        self.literal = None
        self.lookups = None
        self.translate = False
        self.message_context = None
        try:
            self.literal = _number(var)
            return
        except ValueError:
            pass
        if var.startswith('_(') and var.endswith(')'):
            self.translate = True
            var = var[2:-1]
        try:
            self.literal = mark_safe(unescape_string_literal(var))
        except ValueError:
            self.lookups = _checked_path(var)

    def resolve(self, context):
        """The value in this context. Raises VariableDoesNotExist."""
        value = self.literal if self.lookups is None else self._resolve_lookup(context)
        if not self.translate:
            return value
        text = value.replace('%', '%%')
        if hasattr(value, '__html__'):
            text = mark_safe(text)
        if self.message_context:
            return pgettext_lazy(self.message_context, text)
        return gettext_lazy(text)

    def _resolve_lookup(self, context):
        current = context
        try:
            for name in self.lookups:
                current = _step(current, name)
                if callable(current):
                    current = _called(current, context)
        except Exception as error:
            if getattr(error, 'silent_variable_failure', False):
                return context.template.engine.string_if_invalid
            raise
        return current

    def __repr__(self):
        return f'<{type(self).__name__}: {self.var!r}>'

    def __str__(self):
        return self.var
