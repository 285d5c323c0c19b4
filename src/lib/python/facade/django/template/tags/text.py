"""Tags about the text between them: `autoescape`, `comment`, `filter`, `spaceless`, `templatetag`, `verbatim`, …"""

from django import VERSION
from django.template.exceptions import TemplateSyntaxError
from django.template.nodes import Node
from django.template.tags import body
from django.utils.safestring import mark_safe


class AutoEscapeControlNode(Node):
    def __init__(self, setting, nodelist):
        self.setting = setting
        self.nodelist = nodelist

    def render(self, context):
        outside = context.autoescape
        context.autoescape = self.setting
        output = self.nodelist.render(context)
        context.autoescape = outside
        return mark_safe(output) if self.setting else output


def _read_autoescape(parser, token):
    words = token.contents.split()
    if len(words) != 2:
        raise TemplateSyntaxError("'autoescape' tag requires exactly one argument.")
    if words[1] not in ('on', 'off'):
        raise TemplateSyntaxError("'autoescape' argument should be 'on' or 'off'")
    return AutoEscapeControlNode(words[1] == 'on', body(parser, 'endautoescape'))


class CommentNode(Node):
    child_nodelists = ()

    def render(self, context):
        return ''


def _read_comment(parser, token):
    parser.skip_past('endcomment')
    return CommentNode()


class FilterNode(Node):
    def __init__(self, filter_expr, nodelist):
        self.filter_expr = filter_expr
        self.nodelist = nodelist

    def render(self, context):
        with context.push(var=self.nodelist.render(context)):
            return self.filter_expr.resolve(context)


def _read_filter(parser, token):
    _, filters = token.contents.split(None, 1)
    expression = parser.compile_filter(f'var|{filters}')
    for function, _ in expression.filters:
        name = getattr(function, '_filter_name', None)
        if name in ('escape', 'safe'):
            gap = ' ' if VERSION >= (6, 0) else '  '
            raise TemplateSyntaxError(
                f'"filter {name}" is not permitted.{gap}Use the "autoescape" tag instead.'
            )
    return FilterNode(expression, body(parser, 'endfilter'))


class SpacelessNode(Node):
    def __init__(self, nodelist):
        self.nodelist = nodelist

    def render(self, context):
        from django.utils.html import strip_spaces_between_tags

        return strip_spaces_between_tags(self.nodelist.render(context).strip())


def _read_spaceless(parser, token):
    return SpacelessNode(body(parser, 'endspaceless'))


_MARKS = {
    'openblock': '{%',
    'closeblock': '%}',
    'openvariable': '{{',
    'closevariable': '}}',
    'openbrace': '{',
    'closebrace': '}',
    'opencomment': '{#',
    'closecomment': '#}',
}


class VerbatimNode(Node):
    """Text that is shown as it is."""

    def __init__(self, content):
        self.content = content

    def render(self, context):
        return self.content


def _read_templatetag(parser, token):
    words = token.contents.split()
    if len(words) != 2:
        raise TemplateSyntaxError("'templatetag' statement takes one argument")
    if words[1] not in _MARKS:
        raise TemplateSyntaxError(
            f"Invalid templatetag argument: '{words[1]}'. Must be one of: {list(_MARKS)}"
        )
    return VerbatimNode(_MARKS[words[1]])


def _read_verbatim(parser, token):
    nodes = body(parser, 'endverbatim')
    return VerbatimNode(mark_safe(''.join(node.s for node in nodes)))


class DebugNode(Node):
    """The whole context, under DEBUG."""

    def render(self, context):
        from django.conf import settings

        if not settings.DEBUG:
            return ''
        import sys
        from pprint import pformat

        from django.utils.html import escape

        parts = [escape(pformat(layer)) for layer in context]
        return ''.join([*parts, '\n\n', escape(pformat(sys.modules))])


def _read_debug(parser, token):
    return DebugNode()


def _read_lorem(parser, token):
    from django.template.tags.lorem import read_lorem

    return read_lorem(parser, token)


REGISTERED = {
    'autoescape': _read_autoescape,
    'comment': _read_comment,
    'filter': _read_filter,
    'spaceless': _read_spaceless,
    'templatetag': _read_templatetag,
    'verbatim': _read_verbatim,
    'debug': _read_debug,
    'lorem': _read_lorem,
}
