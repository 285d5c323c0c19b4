"""The pattern of one address: of path(), and of re_path()."""

import re

from django.core.exceptions import ImproperlyConfigured
from django.urls.converters import get_converters

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
        if name not in get_converters():
            raise ImproperlyConfigured(f"URL route {route!r} uses invalid converter {name!r}.")
        converters[parameter] = get_converters()[name]
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
