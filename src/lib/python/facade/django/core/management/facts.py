"""What the system checks ask of the project: its addresses, its caches."""

import inspect
import json
import os
import pathlib

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_callable, get_resolver
from django.urls.resolvers import RoutePattern


def patterns():
    """Every pattern of urls.py, a resolver before what it includes."""
    return json.dumps(list(_walk(get_resolver().url_patterns, True)))


def _walk(found, top):
    for pattern in found:
        if not isinstance(pattern, (URLPattern, URLResolver)):
            yield _fact(repr(pattern), "none", "", None, False, top)
            continue
        kind = "path" if isinstance(pattern.pattern, RoutePattern) else "regex"
        includes = isinstance(pattern, URLResolver)
        name = None if includes else pattern.name
        yield _fact(pattern.pattern.describe(), kind, str(pattern.pattern), name, includes, top)
        if includes:
            yield from _walk(pattern.url_patterns, False)


def _fact(described, kind, route, name, includes, top):
    return {"described": described, "kind": kind, "route": route, "name": name, "includes": includes, "top": top}


def handlers():
    """The project's own views for error pages."""
    resolver = get_resolver()
    found = []
    for status in (400, 403, 404, 500):
        view = getattr(resolver.urlconf_module, f"handler{status}", None)
        if view is None:
            continue
        shown = view if isinstance(view, str) else f"{view.__module__}.{view.__name__}"
        missing, takes = None, True
        try:
            callback = get_callable(view)
        except Exception as error:
            missing = str(error)
        else:
            takes = _takes(callback, 1 if status == 500 else 2)
        found.append({"status": status, "view": shown, "missing": missing, "takesArguments": takes})
    return json.dumps(found)


def _takes(callback, count):
    try:
        inspect.signature(callback).bind(*[None] * count)
    except TypeError:
        return False
    return True


def file_caches():
    """The caches that keep files: their alias, whether LOCATION is absolute, and which folders of the web they touch."""
    from django.core.cache import caches
    from django.core.cache.backends.filebased import FileBasedCache

    return json.dumps(
        [
            {"alias": alias, "absolute": os.path.isabs(config["LOCATION"]), "exposed": _exposed(caches[alias]._dir)}
            for alias, config in settings.CACHES.items()
            if isinstance(caches[alias], FileBasedCache)
        ]
    )


def _exposed(folder):
    own = pathlib.Path(folder).resolve()
    found = []
    for name in ("MEDIA_ROOT", "STATIC_ROOT", "STATICFILES_DIRS"):
        value = getattr(settings, name, None)
        if not value:
            continue
        many = [item[1] if isinstance(item, (list, tuple)) else item for item in value] if name == "STATICFILES_DIRS" else [value]
        paths = [pathlib.Path(path).resolve() for path in many]
        if own in paths:
            found.append([name, "matches"])
        elif any(path in own.parents for path in paths):
            found.append([name, "is inside"])
        elif any(own in path.parents for path in paths):
            found.append([name, "contains"])
    return found


def is_folder(path):
    return os.path.isdir(os.path.join(getattr(settings, "BASE_DIR", ""), path))
