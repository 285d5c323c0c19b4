"""Views as classes: `View`, `TemplateView`, `RedirectView`."""

import inspect
import logging
from inspect import iscoroutinefunction

from django import VERSION
from django.core.exceptions import ImproperlyConfigured
from django.http import (
    HttpResponse,
    HttpResponseGone,
    HttpResponseNotAllowed,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.utils.decorators import classonlymethod
from django.utils.functional import classproperty

_logger = logging.getLogger('django.request')


def _warn(message, request, response):
    _logger.warning(
        message, request.path, extra={'status_code': response.status_code, 'request': request}
    )


# Python 3.12 and later.
_mark_async = getattr(inspect, 'markcoroutinefunction', lambda function: function)


class ContextMixin:
    """Gives a template the view itself, the arguments of the address and `extra_context`."""

    extra_context = None

    def get_context_data(self, **kwargs):
        return {'view': self, **kwargs, **(self.extra_context or {})}


class View:
    """One method for each HTTP method; others are answered 405."""

    http_method_names = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace']

    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    @classproperty
    def view_is_async(cls):
        kinds = {
            iscoroutinefunction(getattr(cls, name))
            for name in cls.http_method_names
            if name != 'options' and hasattr(cls, name)
        }
        if len(kinds) > 1:
            raise ImproperlyConfigured(
                f'{cls.__qualname__} HTTP handlers must either be all sync or all async.'
            )
        return kinds == {True}

    @classonlymethod
    def as_view(cls, **initkwargs):
        """The class as a view function. Raises TypeError for keywords that are no attributes of the class."""
        _check_keywords(cls, initkwargs)

        def view(request, *args, **kwargs):
            self = cls(**initkwargs)
            self.setup(request, *args, **kwargs)
            if not hasattr(self, 'request'):
                raise AttributeError(
                    f"{cls.__name__} instance has no 'request' attribute. Did you override setup() and "
                    'forget to call super()?'
                )
            return self.dispatch(request, *args, **kwargs)

        view.view_class = cls
        view.view_initkwargs = initkwargs
        view.__doc__ = cls.__doc__
        view.__module__ = cls.__module__
        if VERSION < (4, 0):
            view.__name__, view.__qualname__ = cls.__name__, cls.__qualname__
        # What decorators left on dispatch, such as csrf_exempt.
        view.__dict__.update(cls.dispatch.__dict__)
        if cls.view_is_async:
            _mark_async(view)
        return view

    def setup(self, request, *args, **kwargs):
        if hasattr(self, 'get') and not hasattr(self, 'head'):
            self.head = self.get
        self.request = request
        self.args = args
        self.kwargs = kwargs

    def dispatch(self, request, *args, **kwargs):
        name = request.method.lower()
        known = name in self.http_method_names
        handler = getattr(self, name, None) if known else None
        return (handler or self.http_method_not_allowed)(request, *args, **kwargs)

    def http_method_not_allowed(self, request, *args, **kwargs):
        response = HttpResponseNotAllowed(self._allowed_methods())
        _warn(f'Method Not Allowed ({request.method}): %s', request, response)
        return self._answer(response)

    def options(self, request, *args, **kwargs):
        response = HttpResponse()
        response.headers['Allow'] = ', '.join(self._allowed_methods())
        response.headers['Content-Length'] = '0'
        return self._answer(response)

    def _answer(self, response):
        """The response, to be awaited in an asynchronous view."""

        async def later():
            return response

        return later() if self.view_is_async else response

    def _allowed_methods(self):
        return [name.upper() for name in self.http_method_names if hasattr(self, name)]


def _check_keywords(cls, initkwargs):
    for name in initkwargs:
        if name in cls.http_method_names:
            raise TypeError(
                f'The method name {name} is not accepted as a keyword argument to {cls.__name__}().'
            )
        if not hasattr(cls, name):
            raise TypeError(
                f'{cls.__name__}() received an invalid keyword {name!r}. as_view only accepts arguments '
                'that are already attributes of the class.'
            )


class TemplateResponseMixin:
    """Answers with a template."""

    template_name = None
    template_engine = None
    content_type = None

    @classproperty
    def response_class(cls):
        from django.template.response import TemplateResponse

        return TemplateResponse

    def render_to_response(self, context, **response_kwargs):
        response_kwargs.setdefault('content_type', self.content_type)
        return self.response_class(
            request=self.request,
            template=self.get_template_names(),
            context=context,
            using=self.template_engine,
            **response_kwargs,
        )

    def get_template_names(self):
        if self.template_name is None:
            raise ImproperlyConfigured(
                "TemplateResponseMixin requires either a definition of 'template_name' or an implementation of "
                "'get_template_names()'"
            )
        return [self.template_name]


class TemplateView(TemplateResponseMixin, ContextMixin, View):
    """A page that is a template."""

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(**kwargs))


class RedirectView(View):
    """Sends on to `url`, or to the address of `pattern_name`; 410 when there is none."""

    permanent = False
    url = None
    pattern_name = None
    query_string = False

    def get_redirect_url(self, *args, **kwargs):
        from django.urls import reverse

        if self.url:
            url = self.url % kwargs
        elif self.pattern_name:
            url = reverse(self.pattern_name, args=args, kwargs=kwargs)
        else:
            return None
        query = self.request.META.get('QUERY_STRING', '')
        return f'{url}?{query}' if query and self.query_string else url

    def get(self, request, *args, **kwargs):
        url = self.get_redirect_url(*args, **kwargs)
        if url:
            return (HttpResponsePermanentRedirect if self.permanent else HttpResponseRedirect)(url)
        response = HttpResponseGone()
        _warn('Gone: %s', request, response)
        return response

    def _as_get(self, request, *args, **kwargs):
        return self.get(request, *args, **kwargs)

    head = post = options = delete = put = patch = _as_get
