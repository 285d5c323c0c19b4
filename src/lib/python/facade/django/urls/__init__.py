"""Addresses to views, and back."""

import functools
import importlib
import inspect
import re
import uuid

from django import VERSION
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404
from django.utils.functional import lazy


class Resolver404(Http404):
    pass


class NoReverseMatch(Exception):
    silent_variable_failure = True


class IntConverter:
    regex = "[0-9]+"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)


class StringConverter:
    regex = "[^/]+"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class UUIDConverter:
    regex = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

    def to_python(self, value):
        return uuid.UUID(value)

    def to_url(self, value):
        return str(value)


class SlugConverter(StringConverter):
    regex = "[-a-zA-Z0-9_]+"


class PathConverter(StringConverter):
    regex = ".+"


_converters = {
    "int": IntConverter(),
    "path": PathConverter(),
    "slug": SlugConverter(),
    "str": StringConverter(),
    "uuid": UUIDConverter(),
}


def register_converter(converter, type_name):
    _converters[type_name] = converter()


_PARAMETER = re.compile(r"<(?:(?P<converter>[^>:]+):)?(?P<parameter>[^>]+)>")


def _route_to_regex(route, is_endpoint):
    parts, converters, at = ["^"], {}, 0
    for match in _PARAMETER.finditer(route):
        if any(char.isspace() for char in match[0]):
            raise ImproperlyConfigured(f"URL route {route!r} cannot contain whitespace in angle brackets <…>.")
        parts.append(re.escape(route[at : match.start()]))
        parameter, name = match["parameter"], match["converter"] or "str"
        if not parameter.isidentifier():
            raise ImproperlyConfigured(
                f"URL route {route!r} uses parameter name {parameter!r} which isn't a valid Python identifier."
            )
        if name not in _converters:
            raise ImproperlyConfigured(f"URL route {route!r} uses invalid converter {name!r}.")
        converters[parameter] = _converters[name]
        parts.append(f"(?P<{parameter}>{converters[parameter].regex})")
        at = match.end()
    parts.append(re.escape(route[at:]))
    if is_endpoint:
        parts.append(r"\Z")
    return "".join(parts), converters


class RoutePattern:
    """The pattern of path()."""

    def __init__(self, route, name=None, is_endpoint=False):
        self._route, self.name, self._is_endpoint = str(route), name, is_endpoint
        regex, self.converters = _route_to_regex(self._route, is_endpoint)
        self.regex = re.compile(regex)

    def match(self, path):
        match = self.regex.search(path)
        if not match:
            return None
        kwargs = match.groupdict()
        for key, value in kwargs.items():
            try:
                kwargs[key] = self.converters[key].to_python(value)
            except ValueError:
                return None
        return path[match.end() :], (), kwargs

    def describe(self):
        return "'" + self._route + "'" + (f" [name='{self.name}']" if self.name else "")

    def __str__(self):
        return self._route


class RegexPattern:
    """The pattern of re_path()."""

    converters = {}

    def __init__(self, regex, name=None, is_endpoint=False):
        self._regex, self.name, self._is_endpoint = str(regex), name, is_endpoint
        try:
            self.regex = re.compile(self._regex)
        except re.error as error:
            raise ImproperlyConfigured(f'"{regex}" is not a valid regular expression: {error}') from error

    def match(self, path):
        found = self.regex.fullmatch(path) if self._is_endpoint and self._regex.endswith("$") else self.regex.search(path)
        if not found:
            return None
        kwargs = found.groupdict()
        args = () if kwargs else found.groups()
        return path[found.end() :], args, {key: value for key, value in kwargs.items() if value is not None}

    def describe(self):
        return "'" + self._regex + "'" + (f" [name='{self.name}']" if self.name else "")

    def __str__(self):
        return self._regex


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


def get_callable(view):
    """A view, or the view that a dotted path names. Raises ImportError or ViewDoesNotExist."""
    from django.core.exceptions import ViewDoesNotExist

    if callable(view):
        return view
    if not isinstance(view, str):
        raise ViewDoesNotExist(f"'{view}' is not a callable or a dot-notation path")
    module_name, _, name = view.rpartition(".")
    if not module_name:
        raise ImportError(f"Could not import '{view}'. The path must be fully qualified.")
    try:
        module = importlib.import_module(module_name)
    except ModuleNotFoundError as error:
        if error.name != module_name or "." not in module_name:
            raise
        raise ViewDoesNotExist(f"Could not import '{view}'. Parent module {module_name} does not exist.") from error
    if not hasattr(module, name):
        raise ViewDoesNotExist(f"Could not import '{view}'. View does not exist in module {module_name}.")
    found = getattr(module, name)
    if not callable(found):
        raise ViewDoesNotExist(f"Could not import '{module_name}.{name}'. View is not callable.")
    return found


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

_urlconf = [None]
_prefix = ["/"]


def get_urlconf(default=None):
    return _urlconf[0] or default


def set_urlconf(urlconf_name):
    _urlconf[0] = urlconf_name or None


def get_script_prefix():
    return _prefix[0]


def set_script_prefix(prefix):
    _prefix[0] = prefix if prefix.endswith("/") else prefix + "/"


def clear_script_prefix():
    _prefix[0] = "/"


def get_resolver(urlconf=None):
    from django.conf import settings

    return _get_resolver(urlconf or settings.ROOT_URLCONF)


@functools.lru_cache(maxsize=None)
def _get_resolver(urlconf):
    return URLResolver(RegexPattern(r"^/"), urlconf)


def clear_url_caches():
    _get_resolver.cache_clear()


def resolve(path, urlconf=None):
    return get_resolver(urlconf or get_urlconf()).resolve(path)


def is_valid_path(path, urlconf=None):
    try:
        return resolve(path, urlconf)
    except Resolver404:
        return False


def reverse(viewname, urlconf=None, args=None, kwargs=None, current_app=None, *, query=None, fragment=None):
    """The address of a view; NoReverseMatch when there is none."""
    from django.urls import reversing

    if args and kwargs:
        raise ValueError("Don't mix *args and **kwargs in call to reverse()!")
    args, kwargs = args or [], kwargs or {}
    *path, name = viewname.split(":") if isinstance(viewname, str) else [viewname]
    resolver, regex, converters = reversing.enter(get_resolver(urlconf or get_urlconf()), path, current_app)
    url, tried = reversing.find(resolver, name, args, kwargs, get_script_prefix(), regex, converters)
    if url is None:
        raise NoReverseMatch(_no_match(name, args, kwargs, tried))
    return _with_query("/%2F" + url[2:] if url.startswith("//") else url, query, fragment)


def _with_query(url, query, fragment):
    if query:
        from urllib.parse import urlencode

        from django.http import QueryDict

        url += "?" + (query.urlencode() if isinstance(query, QueryDict) else urlencode(query, doseq=True))
    if fragment is not None:
        url += f"#{fragment}"
    return url


def _no_match(name, args, kwargs, tried):
    module, own = getattr(name, "__module__", None), getattr(name, "__name__", None)
    shown = f"{module}.{own}" if module is not None and own is not None else name
    if not tried:
        return f"Reverse for '{shown}' not found. '{shown}' is not a valid view function or pattern name."
    given = f"arguments '{tuple(args)}'" if args else f"keyword arguments '{kwargs}'" if kwargs else "no arguments"
    return f"Reverse for '{shown}' with {given} not found. {len(tried)} pattern(s) tried: {tried}"


reverse_lazy = lazy(reverse, str)
