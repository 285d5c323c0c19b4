"""From an address to its view."""

import functools
import importlib

from django import VERSION
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.urls.exceptions import Resolver404
from django.urls.patterns import RegexPattern, RoutePattern
from django.urls.utils import get_callable


class URLPattern:
    def __init__(self, pattern, callback, default_args=None, name=None):
        self.pattern, self.callback, self.default_args, self.name = pattern, callback, default_args or {}, name

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.pattern.describe()}>"

    @property
    def lookup_str(self):
        view = self.callback
        if isinstance(view, functools.partial):
            view = view.func
        view = getattr(view, "view_class", view)
        return f"{view.__module__}.{getattr(view, '__qualname__', view.__class__.__name__)}"

    def resolve(self, path):
        match = self.pattern.match(path)
        if not match:
            return None
        _, args, kwargs = match
        return ResolverMatch(
            self.callback, args, {**kwargs, **self.default_args}, self.pattern.name, route=str(self.pattern),
            pattern=self,
        )


class ResolverMatch:
    def __init__(self, func, args, kwargs, url_name=None, app_names=None, namespaces=None, route=None, tried=None, pattern=None):
        self.func, self.args, self.kwargs, self.url_name, self.route = func, args, kwargs, url_name, route
        self.app_names = [name for name in app_names or [] if name]
        self.namespaces = [name for name in namespaces or [] if name]
        self.tried, self.pattern = tried, pattern
        self.app_name, self.namespace = ":".join(self.app_names), ":".join(self.namespaces)
        view = getattr(func, "view_class", func)
        self._func_path = f"{view.__module__}.{getattr(view, '__name__', view.__class__.__name__)}"
        self.view_name = ":".join([*self.namespaces, url_name or self._func_path])
        self.captured_kwargs, self.extra_kwargs = kwargs, {}

    def __getitem__(self, index):
        return (self.func, self.args, self.kwargs)[index]

    def __repr__(self):
        if VERSION < (4, 0):
            return (
                f"ResolverMatch(func={self._func_path}, args={self.args}, kwargs={self.kwargs}, url_name={self.url_name}, "
                f"app_names={self.app_names}, namespaces={self.namespaces}, route={self.route})"
            )
        more = "" if VERSION < (4, 1) else "".join(
            f", {name}={getattr(self, name)!r}" for name in ("captured_kwargs", "extra_kwargs") if getattr(self, name)
        )
        return (
            f"ResolverMatch(func={self._func_path}, args={self.args!r}, kwargs={self.kwargs!r}, "
            f"url_name={self.url_name!r}, app_names={self.app_names!r}, namespaces={self.namespaces!r}, "
            f"route={self.route!r}{more})"
        )


class URLResolver:
    def __init__(self, pattern, urlconf_name, default_kwargs=None, app_name=None, namespace=None):
        self.pattern, self.urlconf_name = pattern, urlconf_name
        self.default_kwargs = default_kwargs or {}
        self.app_name, self.namespace = app_name, namespace

    def __repr__(self):
        name = "<URLPattern list>" if isinstance(self.urlconf_name, list) else repr(self.urlconf_name)
        return f"<{self.__class__.__name__} {name} ({self.app_name}:{self.namespace}) {self.pattern.describe()}>"

    @functools.cached_property
    def urlconf_module(self):
        if isinstance(self.urlconf_name, str):
            return importlib.import_module(self.urlconf_name)
        return self.urlconf_name

    @functools.cached_property
    def url_patterns(self):
        patterns = getattr(self.urlconf_module, "urlpatterns", self.urlconf_module)
        try:
            iter(patterns)
        except TypeError:
            seen = "" if VERSION < (4, 0) else "the 'urlpatterns' variable with "
            raise ImproperlyConfigured(
                f"The included URLconf '{self.urlconf_name}' does not appear to have any patterns in it. If you see "
                f"{seen}valid patterns in the file then the issue is probably caused by a circular import."
            ) from None
        return patterns

    def resolve(self, path):
        path = str(path)
        tried = []
        match = self.pattern.match(path)
        if match:
            new_path, args, kwargs = match
            for pattern in self.url_patterns:
                try:
                    sub = pattern.resolve(new_path)
                except Resolver404 as error:
                    tried += [[pattern, *below] for below in error.args[0].get("tried") or [[]]]
                    continue
                if sub:
                    tried += [[pattern, *below] for below in sub.tried] if sub.tried is not None else [[pattern]]
                    own = {**kwargs, **self.default_kwargs}
                    route = "" if isinstance(self.pattern, RegexPattern) and str(self.pattern) == "^/" else str(self.pattern)
                    return ResolverMatch(
                        sub.func, (args if not own else ()) + sub.args, {**own, **sub.kwargs}, sub.url_name,
                        [self.app_name, *sub.app_names], [self.namespace, *sub.namespaces],
                        route + (sub.route or ""), tried, sub.pattern,
                    )
                tried.append([pattern])
            raise Resolver404({"tried": tried, "path": new_path})
        raise Resolver404({"path": path})

    def resolve_error_handler(self, view_type):
        callback = getattr(self.urlconf_module, f"handler{view_type}", None)
        if callback is None:
            from django.views import defaults

            names = {400: "bad_request", 403: "permission_denied", 404: "page_not_found", 500: "server_error"}
            return getattr(defaults, names[int(view_type)])
        return get_callable(callback)


def get_resolver(urlconf=None):
    return _get_resolver(urlconf or settings.ROOT_URLCONF)


@functools.lru_cache(maxsize=None)
def _get_resolver(urlconf):
    return URLResolver(RegexPattern(r"^/"), urlconf)
