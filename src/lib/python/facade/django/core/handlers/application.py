"""The project's middleware, made once, and how each is called."""

import json

import _crumbtrail
from _crumbtrail import host
from django.conf import settings
from django.core.handlers.refs import of, ref

_layers = []


def build_application(hosted):
    """Import and make all middleware, innermost first as Django does. Returns how each one runs, outermost first."""
    import django
    from django.core.exceptions import ImproperlyConfigured, MiddlewareNotUsed
    from django.urls import get_resolver
    from django.utils.module_loading import import_string

    django.setup()
    hosted = json.loads(hosted)
    layers = []
    innermost_first = list(reversed(settings.MIDDLEWARE))
    count = len(innermost_first)
    for below, path in enumerate(innermost_first):
        index = count - 1 - below
        middleware = import_string(path)
        try:
            instance = middleware(_inner(index))
        except MiddlewareNotUsed:
            continue
        if instance is None:
            raise ImproperlyConfigured(f"Middleware factory {path} returned None.")
        layers.insert(0, (index, path, instance))
    _layers[:] = [None] * count
    for index, path, instance in layers:
        _layers[index] = instance
    get_resolver()
    return json.dumps([[index, path, _way(instance, path in hosted), *_hooks(instance)] for index, path, instance in layers])


def _inner(index):
    def get_response(request):
        return of(host("handler.inner", index, ref(request)))

    return get_response


def _way(instance, hosted):
    if hosted:
        return "hosted"
    from django.utils.deprecation import MiddlewareMixin

    return "split" if type(instance).__call__ is getattr(MiddlewareMixin, "__call__", None) else "whole"


def _hooks(instance):
    return [hasattr(instance, f"process_{hook}") for hook in ("request", "response", "view", "exception", "template_response")]


def middleware_call(index, request):
    return ref(_layers[index](of(request)))


def middleware_request(index, request):
    response = _layers[index].process_request(of(request))
    return None if response is None else ref(response)


def middleware_response(index, request, response):
    return ref(_layers[index].process_response(of(request), of(response)))


def middleware_view(index, request):
    request = of(request)
    match = request.resolver_match
    response = _layers[index].process_view(request, match.func, match.args, match.kwargs)
    return None if response is None else ref(response)


def middleware_exception(index, request, error):
    response = _layers[index].process_exception(of(request), _crumbtrail._errors[error])
    return None if response is None else ref(response)


def middleware_template_response(index, request, response):
    answer = _layers[index].process_template_response(of(request), of(response))
    if answer is None:
        raise ValueError(f"{type(_layers[index]).__name__}.process_template_response didn't return an HttpResponse object. It returned None instead.")
    return ref(answer)
