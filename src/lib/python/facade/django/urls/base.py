"""Addresses to views, and back, in the URLconf that is on."""

from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reversing
from django.urls.exceptions import NoReverseMatch, Resolver404
from django.urls.resolvers import _get_resolver, get_resolver
from django.utils.functional import lazy

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
