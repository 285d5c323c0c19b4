"""The least of URLs, requests, JSON and caches that the cases need in plain CPython; see native_facade."""

import datetime
import decimal
import json
import re
from urllib.parse import parse_qsl, urlencode


class HttpRequest:
    pass


class QueryDict(dict):
    """Names with lists of values."""

    def __init__(self, text='', mutable=False):
        super().__init__()
        for name, value in parse_qsl(text, keep_blank_values=True):
            self.setlist(name, self.getlist(name) + [value])

    def __getitem__(self, name):
        return super().__getitem__(name)[-1]

    def __setitem__(self, name, value):
        super().__setitem__(name, [value])

    def getlist(self, name):
        return list(super().get(name, []))

    def get(self, name, default=None):
        return self[name] if name in self else default

    def setlist(self, name, values):
        super().__setitem__(name, list(values))

    def lists(self):
        return iter(dict.items(self))

    def items(self):
        return ((name, self[name]) for name in self)

    def copy(self):
        twin = QueryDict()
        for name, values in self.lists():
            twin.setlist(name, values)
        return twin

    def urlencode(self, safe=None):
        return urlencode([(n, str(v)) for n, values in self.lists() for v in values])


class Caches(dict):
    def __missing__(self, name):
        if name != 'default':
            raise KeyError(name)
        self[name] = Cache()
        return self[name]


class Cache(dict):
    def set(self, key, value, timeout):
        self[key] = value


def encoder():
    class Encoder(json.JSONEncoder):
        def default(self, value):
            if isinstance(value, datetime.datetime):
                text = value.isoformat(timespec='milliseconds' if value.microsecond else 'seconds')
                return text.replace('+00:00', 'Z')
            if isinstance(value, datetime.time):
                return value.isoformat()[:12]
            if isinstance(value, datetime.date):
                return value.isoformat()
            if isinstance(value, decimal.Decimal):
                return str(value)
            return super().default(value)

    return Encoder


def urls():
    class NoReverseMatch(Exception):
        silent_variable_failure = True

    def path(route, view, name=None):
        return route, view, name

    def include(given, namespace=None):
        patterns, app_name = given
        return [(route, view, f'{namespace or app_name}:{name}') for route, view, name in patterns]

    def flatten(patterns, prefix=''):
        for route, view, name in patterns:
            if isinstance(view, list):
                yield from flatten(view, prefix + route)
            else:
                yield prefix + route, name

    def reverse(viewname, urlconf=None, args=None, kwargs=None, current_app=None):
        import case_urls

        for route, name in flatten(case_urls.urlpatterns):
            names = [part.rpartition(':')[2] for part in re.findall(r'<([^>]+)>', route)]
            given = dict(zip(names, args)) if args else dict(kwargs or {})
            if name == viewname and set(given) == set(names) and len(args or given) == len(names):
                return '/' + re.sub(
                    r'<([^>]+)>', lambda m: str(given[m[1].rpartition(':')[2]]), route
                )
        raise NoReverseMatch('native: no such route')

    return {
        'NoReverseMatch': NoReverseMatch,
        'path': path,
        'include': include,
        'reverse': reverse,
        'clear_url_caches': lambda: None,
        'set_urlconf': lambda name: None,
        'get_script_prefix': lambda: '/',
    }
