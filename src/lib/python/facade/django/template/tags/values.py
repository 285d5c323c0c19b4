"""`with`, `now`, `widthratio` and `load`."""

from django.template.exceptions import TemplateSyntaxError
from django.template.library import Library
from django.template.nodes import Node
from django.template.parser import token_kwargs
from django.template.tags import body
from django.template.variable import VariableDoesNotExist


class WithNode(Node):
    def __init__(self, var, name, nodelist, extra_context=None):
        self.nodelist = nodelist
        self.extra_context = {**(extra_context or {}), **({name: var} if name else {})}

    def __repr__(self):
        return f'<{type(self).__name__}>'

    def render(self, context):
        values = {name: value.resolve(context) for name, value in self.extra_context.items()}
        with context.push(**values):
            return self.nodelist.render(context)


def _read_with(parser, token):
    tag, *words = token.split_contents()
    values = token_kwargs(words, parser, support_legacy=True)
    if not values:
        raise TemplateSyntaxError(f'{tag!r} expected at least one variable assignment')
    if words:
        raise TemplateSyntaxError(f'{tag!r} received an invalid token: {words[0]!r}')
    return WithNode(None, None, body(parser, 'endwith'), extra_context=values)


class NowNode(Node):
    def __init__(self, format_string, asvar=None):
        self.format_string = format_string
        self.asvar = asvar

    def render(self, context):
        from datetime import datetime

        from django.conf import settings
        from django.template.defaultfilters import date
        from django.utils.timezone import get_current_timezone

        zone = get_current_timezone() if settings.USE_TZ else None
        text = date(datetime.now(tz=zone), self.format_string)
        if self.asvar:
            context[self.asvar] = text
            return ''
        return text


def _read_now(parser, token):
    words = token.split_contents()
    target = None
    if len(words) == 4 and words[-2] == 'as':
        target = words[-1]
        words = words[:-2]
    if len(words) != 2:
        raise TemplateSyntaxError("'now' statement takes one argument")
    return NowNode(words[1][1:-1], target)


class WidthRatioNode(Node):
    def __init__(self, val_expr, max_expr, max_width, asvar=None):
        self.val_expr = val_expr
        self.max_expr = max_expr
        self.max_width = max_width
        self.asvar = asvar

    def render(self, context):
        try:
            value = self.val_expr.resolve(context)
            most = self.max_expr.resolve(context)
            width = int(self.max_width.resolve(context))
        except VariableDoesNotExist:
            return ''
        except (ValueError, TypeError):
            raise TemplateSyntaxError('widthratio final argument must be a number')
        text = _ratio(value, most, width)
        if self.asvar:
            context[self.asvar] = text
            return ''
        return text


def _ratio(value, most, width):
    try:
        return str(round(float(value) / float(most) * width))
    except ZeroDivisionError:
        return '0'
    except (ValueError, TypeError, OverflowError):
        return ''


def _read_widthratio(parser, token):
    words = token.split_contents()
    target = None
    if len(words) == 6:
        if words[4] != 'as':
            raise TemplateSyntaxError("Invalid syntax in widthratio tag. Expecting 'as' keyword")
        target = words[5]
    elif len(words) != 4:
        raise TemplateSyntaxError('widthratio takes at least three arguments')
    return WidthRatioNode(*map(parser.compile_filter, words[1:4]), asvar=target)


class LoadNode(Node):
    child_nodelists = ()

    def render(self, context):
        return ''


def _library(parser, name):
    try:
        return parser.libraries[name]
    except KeyError:
        known = '\n'.join(sorted(parser.libraries))
        raise TemplateSyntaxError(
            f"'{name}' is not a registered tag library. Must be one of:\n{known}"
        )


def _subset(library, label, names):
    """A library with only the named tags and filters. Raises TemplateSyntaxError."""
    chosen = Library()
    for name in names:
        if name not in library.tags and name not in library.filters:
            raise TemplateSyntaxError(
                f"'{name}' is not a valid tag or filter in tag library '{label}'"
            )
        if name in library.tags:
            chosen.tags[name] = library.tags[name]
        if name in library.filters:
            chosen.filters[name] = library.filters[name]
    return chosen


def _read_load(parser, token):
    words = token.contents.split()
    if len(words) >= 4 and words[-2] == 'from':
        label = words[-1]
        parser.add_library(_subset(_library(parser, label), label, words[1:-2]))
    else:
        for name in words[1:]:
            parser.add_library(_library(parser, name))
    return LoadNode()


REGISTERED = {
    'with': _read_with,
    'now': _read_now,
    'widthratio': _read_widthratio,
    'load': _read_load,
}
