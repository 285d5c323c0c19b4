"""What a urls.py is written with."""

import functools
import importlib
import inspect

from django import VERSION
from django.core.exceptions import ImproperlyConfigured
from django.urls.patterns import RegexPattern, RoutePattern
from django.urls.resolvers import URLPattern, URLResolver


def include(arg, namespace=None):
    app_name = None
    if isinstance(arg, tuple):
        try:
            urlconf_module, app_name = arg
        except ValueError:
            raise ImproperlyConfigured(
                f"Passing a {len(arg)}-tuple to include() is not supported. Pass a 2-tuple containing the list of "
                "patterns and app_name, and provide the namespace argument to include() instead."
            ) from None
    else:
        urlconf_module = arg
    if isinstance(urlconf_module, str):
        urlconf_module = importlib.import_module(urlconf_module)
    app_name = getattr(urlconf_module, "app_name", app_name)
    if namespace and not app_name:
        raise ImproperlyConfigured(
            "Specifying a namespace in include() without providing an app_name is not supported. Set the app_name "
            "attribute in the included module, or pass a 2-tuple containing the list of patterns and app_name instead."
        )
    return urlconf_module, app_name, namespace or app_name


def _path(route, view, kwargs=None, name=None, Pattern=None):
    if kwargs is not None and not isinstance(kwargs, dict) and VERSION >= (4, 0):
        raise TypeError(f"kwargs argument must be a dict, but got {kwargs.__class__.__name__}.")
    if isinstance(view, (list, tuple)):
        urlconf_module, app_name, namespace = view
        return URLResolver(Pattern(route, is_endpoint=False), urlconf_module, kwargs, app_name, namespace)
    if callable(view):
        return URLPattern(Pattern(route, name=name, is_endpoint=True), view, kwargs, name)
    if inspect.isclass(view) or hasattr(view, "as_view"):
        raise TypeError(f"view must be a callable, pass {view.__class__.__name__}.as_view(), not {view.__class__.__name__}().")
    raise TypeError("view must be a callable or a list/tuple in the case of include().")


path = functools.partial(_path, Pattern=RoutePattern)
re_path = functools.partial(_path, Pattern=RegexPattern)
