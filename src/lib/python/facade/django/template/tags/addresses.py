"""`url`, `querystring` and `csrf_token`."""

from collections.abc import Iterable, Mapping

from django import VERSION
from django.template.exceptions import TemplateSyntaxError
from django.template.library import Library, split_target
from django.template.nodes import Node
from django.template.parser import split_keyword
from django.utils.html import conditional_escape, format_html


class URLNode(Node):
    child_nodelists = ()

    def __init__(self, view_name, args, kwargs, asvar):
        self.view_name = view_name
        self.args = args
        self.kwargs = kwargs
        self.asvar = asvar

    def __repr__(self):
        return (
            f"<{type(self).__qualname__} view_name='{self.view_name}' args={self.args!r} "
            f'kwargs={self.kwargs!r} as={self.asvar!r}>'
        )

    def render(self, context):
        from django.urls import NoReverseMatch, reverse

        args = [argument.resolve(context) for argument in self.args]
        kwargs = {name: value.resolve(context) for name, value in self.kwargs.items()}
        name = self.view_name.resolve(context)
        try:
            url = reverse(name, args=args, kwargs=kwargs, current_app=_current_app(context))
        except NoReverseMatch:
            if self.asvar is None:
                raise
            url = ''
        if self.asvar:
            context[self.asvar] = url
            return ''
        return conditional_escape(url) if context.autoescape else url


def _current_app(context):
    """The namespace that the request was routed through, or None."""
    request = getattr(context, 'request', None)
    if hasattr(request, 'current_app'):
        return request.current_app
    return getattr(getattr(request, 'resolver_match', None), 'namespace', None)


def _read_url(parser, token):
    words = token.split_contents()
    if len(words) < 2:
        raise TemplateSyntaxError(
            f"'{words[0]}' takes at least one argument, a URL pattern name."
        )
    view_name = parser.compile_filter(words[1])
    args, kwargs = [], {}
    words, target = split_target(words[2:])
    for word in words:
        name, value = split_keyword(word)
        if value is None:
            raise TemplateSyntaxError('Malformed arguments to url tag')
        if name:
            kwargs[name] = parser.compile_filter(value)
        else:
            args.append(parser.compile_filter(value))
    return URLNode(view_name, args, kwargs, target)


class CsrfTokenNode(Node):
    child_nodelists = ()

    def render(self, context):
        token = context.get('csrf_token')
        if token:
            if token == 'NOTPROVIDED':
                return format_html('')
            return format_html(
                '<input type="hidden" name="csrfmiddlewaretoken" value="{}">', token
            )
        self._warn()
        return ''

    @staticmethod
    def _warn():
        from django.conf import settings

        if settings.DEBUG:
            import warnings

            gap = ' ' if VERSION >= (6, 0) else '  '
            warnings.warn(
                'A {% csrf_token %} was used in a template, but the context did not provide the value.'
                f'{gap}This is usually caused by not using RequestContext.'
            )


def _read_csrf_token(parser, token):
    return CsrfTokenNode()


def _listed(value):
    return isinstance(value, Iterable) and not isinstance(value, str)


def _querystring_5_1(context, query_dict=None, **kwargs):
    """The query string with parameters changed (a value), replaced (a list) or removed (None)."""
    if query_dict is None:
        query_dict = context.request.GET
    params = query_dict.copy()
    for name, value in kwargs.items():
        if value is None:
            params.pop(name, None)
        elif _listed(value):
            params.setlist(name, value)
        else:
            params[name] = value
    if not params and not query_dict:
        return ''
    return f'?{params.urlencode()}'


def _checked_mapping(given):
    if not isinstance(given, Mapping) and not hasattr(given, 'lists'):
        raise TemplateSyntaxError(
            f'querystring requires mappings for positional arguments (got {given!r} instead).'
        )
    pairs = given.lists() if hasattr(given, 'lists') else given.items()
    for name, value in pairs:
        if not isinstance(name, str):
            raise TemplateSyntaxError(
                f'querystring requires strings for mapping keys (got {name!r} instead).'
            )
        yield name, value


def _querystring_6_0(context, *args, **kwargs):
    """The query string of several mappings, the later ones over the earlier; a question mark always."""
    from django.http import QueryDict

    params = QueryDict(mutable=True)
    for given in (*(args or [context.request.GET]), kwargs):
        for name, value in _checked_mapping(given):
            if value is None:
                params.pop(name, None)
            elif _listed(value):
                params.setlist(name, [item for item in value if item is not None])
            else:
                params[name] = value
    return f'?{params.urlencode() if params else ""}'


def _read_querystring(parser, token):
    library = Library()
    function = _querystring_6_0 if VERSION >= (6, 0) else _querystring_5_1
    library.simple_tag(function, takes_context=True, name='querystring')
    return library.tags['querystring'](parser, token)


REGISTERED = {'url': _read_url, 'csrf_token': _read_csrf_token, 'querystring': _read_querystring}
