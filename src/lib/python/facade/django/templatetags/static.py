"""`{% static %}`: addresses of static files under STATIC_URL."""

from urllib.parse import quote, urljoin

from django.conf import settings
from django.template.exceptions import TemplateSyntaxError
from django.template.library import Library
from django.template.nodes import Node
from django.utils.encoding import iri_to_uri
from django.utils.html import conditional_escape

register = Library()


def url_setting(name):
    """STATIC_URL or MEDIA_URL; one that is neither absolute nor begins with a slash gets the script prefix."""
    from django.urls import get_script_prefix

    url = getattr(settings, name, '')
    if url is not None and not url.startswith(('http://', 'https://', '/')):
        return get_script_prefix() + url
    return url


def _prefix(setting):
    return iri_to_uri(url_setting(setting))


def static(path):
    """The address of a static file."""
    return urljoin(_prefix('STATIC_URL'), quote(path))


class StaticNode(Node):
    child_nodelists = ()

    def __init__(self, varname=None, path=None):
        self.varname = varname
        self.path = path

    def url(self, context):
        return self.handle_simple(self.path.resolve(context))

    def render(self, context):
        url = self.url(context)
        if context.autoescape:
            url = conditional_escape(url)
        if self.varname is None:
            return url
        context[self.varname] = url
        return ''

    @classmethod
    def handle_simple(cls, path):
        return static(path)

    @classmethod
    def handle_token(cls, parser, token):
        words = token.split_contents()
        if len(words) < 2:
            raise TemplateSyntaxError(
                f"'{words[0]}' takes at least one argument (path to file)"
            )
        return cls(words[3] if words[-2] == 'as' else None, parser.compile_filter(words[1]))


@register.tag('static')
def do_static(parser, token):
    return StaticNode.handle_token(parser, token)


class PrefixNode(Node):
    def __init__(self, varname, setting):
        self.varname = varname
        self.setting = setting

    def render(self, context):
        prefix = _prefix(self.setting)
        if self.varname is None:
            return prefix
        context[self.varname] = prefix
        return ''


def _prefix_tag(setting):
    def read(parser, token):
        words = token.contents.split()
        if len(words) > 1 and words[1] != 'as':
            raise TemplateSyntaxError(f"First argument in '{words[0]}' must be 'as'")
        return PrefixNode(words[2] if len(words) > 1 else None, setting)

    return read


register.tag('get_static_prefix', _prefix_tag('STATIC_URL'))
register.tag('get_media_prefix', _prefix_tag('MEDIA_URL'))
