"""A request through middleware and view, inside Python: what the test client and the shell call."""

import inspect
from functools import wraps

from _crumbtrail import host
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, MiddlewareNotUsed
from django.core.handlers import host as handlers
from django.core.signals import got_request_exception
from django.utils.asyncio import run_async
from django.utils.module_loading import import_string


def convert_exception_to_response(get_response):
    """An exception that leaves `get_response` becomes the page for it."""

    @wraps(get_response)
    def inner(request):
        try:
            response = get_response(request)
        except Exception as error:
            response = response_for_exception(request, error)
        return response

    return inner


def response_for_exception(request, error):
    status = handlers.status_of(error)
    if status is None:
        raise error
    if status == 500:
        got_request_exception.send(sender=None, request=request)
        if settings.DEBUG_PROPAGATE_EXCEPTIONS:
            raise error
    # What a debug page asks on its own account is not told.
    host("handler.mute", bool(settings.DEBUG) and status == 500)
    try:
        response = handlers.page_for(request, error, status)
    finally:
        host("handler.mute", False)
    if callable(getattr(response, "render", None)):
        response = response.render()
    return response


class BaseHandler:
    _middleware_chain = None

    def load_middleware(self, is_async=False):
        """Make all middleware, innermost first."""
        self._view_middleware, self._template_middleware, self._exception_middleware = [], [], []
        handler = convert_exception_to_response(self._get_response)
        for path in reversed(settings.MIDDLEWARE):
            middleware = import_string(path)
            try:
                instance = middleware(handler)
            except MiddlewareNotUsed:
                continue
            if instance is None:
                raise ImproperlyConfigured(f"Middleware factory {path} returned None.")
            self._take_hooks(instance)
            handler = convert_exception_to_response(instance)
        self._middleware_chain = handler

    def _take_hooks(self, instance):
        if hasattr(instance, "process_view"):
            self._view_middleware.insert(0, instance.process_view)
        if hasattr(instance, "process_template_response"):
            self._template_middleware.append(instance.process_template_response)
        if hasattr(instance, "process_exception"):
            self._exception_middleware.append(instance.process_exception)

    def get_response(self, request):
        from django.urls import set_urlconf

        set_urlconf(settings.ROOT_URLCONF)
        response = self._middleware_chain(request)
        response._resource_closers.append(request.close)
        return response

    def resolve_request(self, request):
        from django.urls import get_resolver, set_urlconf

        urlconf = getattr(request, "urlconf", None)
        if urlconf is not None:
            set_urlconf(urlconf)
        request.resolver_match = get_resolver(urlconf).resolve(request.path_info)
        return request.resolver_match

    def _get_response(self, request):
        match = self.resolve_request(request)
        response = None
        for process_view in self._view_middleware:
            response = process_view(request, match.func, match.args, match.kwargs)
            if response:
                break
        if response is None:
            response = self._from_view(request, match)
        handlers.check_response(match.func, response)
        if callable(getattr(response, "render", None)):
            response = self._rendered(request, response)
        return response

    def _from_view(self, request, match):
        try:
            response = match.func(request, *match.args, **match.kwargs)
            return run_async(response) if inspect.iscoroutinefunction(match.func) else response
        except Exception as error:
            return self._answered(request, error)

    def _answered(self, request, error):
        for process_exception in self._exception_middleware:
            response = process_exception(request, error)
            if response:
                return response
        raise error

    def _rendered(self, request, response):
        for process in self._template_middleware:
            response = process(request, response)
            if response is None:
                raise ValueError(
                    f"{process.__self__.__class__.__name__}.process_template_response didn't return an HttpResponse "
                    "object. It returned None instead."
                )
        try:
            return response.render()
        except Exception as error:
            return self._answered(request, error)


def reset_urlconf(sender, **kwargs):
    from django.urls import set_urlconf

    set_urlconf(None)
