"""Turning the formatting of numbers and dates on and off."""

from django.template.exceptions import TemplateSyntaxError
from django.template.library import Library
from django.template.nodes import Node
from django.utils import formats

register = Library()


@register.filter(is_safe=False)
def localize(value):
    return str(formats.localize(value, use_l10n=True))


@register.filter(is_safe=False)
def unlocalize(value):
    return str(formats.localize(value, use_l10n=False))


class LocalizeNode(Node):
    def __init__(self, nodelist, use_l10n):
        self.nodelist = nodelist
        self.use_l10n = use_l10n

    def render(self, context):
        outside, context.use_l10n = context.use_l10n, self.use_l10n
        output = self.nodelist.render(context)
        context.use_l10n = outside
        return output


@register.tag('localize')
def localize_tag(parser, token):
    words = token.split_contents()
    if len(words) > 2 or words[1:] not in ([], ['on'], ['off']):
        raise TemplateSyntaxError(f"{words[0]!r} argument should be 'on' or 'off'")
    nodelist = parser.parse(('endlocalize',))
    parser.delete_first_token()
    return LocalizeNode(nodelist, words[1:] != ['off'])
