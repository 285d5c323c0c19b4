"""From the name of a view to its address: `reverse`."""

import re
from functools import lru_cache
from urllib.parse import quote

from django.urls.exceptions import NoReverseMatch

try:
    from re import _constants as codes
    from re import _parser as parser
except ImportError:  # Python 3.10
    import sre_constants as codes
    import sre_parse as parser

# What stands for a class of characters in an address that is only a template.
_SAMPLES = {
    codes.CATEGORY_DIGIT: '0', codes.CATEGORY_NOT_DIGIT: 'x', codes.CATEGORY_WORD: 'x',
    codes.CATEGORY_NOT_WORD: '!', codes.CATEGORY_SPACE: ' ', codes.CATEGORY_NOT_SPACE: 'x',
}  # fmt: skip
_SAFE = "!$&'()*+,;=/~:@"


class _Choices(Exception):
    """A regular expression with alternatives cannot be turned round."""


def _joined(lefts, rights):
    return [(left[0] + right[0], left[1] + right[1]) for left in lefts for right in rights]


def _one(code, value, names):
    """What one element of a regular expression may become: pairs of template and parameter names."""
    if code is codes.LITERAL:
        return [(chr(value).replace('%', '%%'), [])]
    if code is codes.SUBPATTERN:
        return _group(value, names)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        return _repeated(value, names)
    if code is codes.IN:
        return _one(*value[0], names)
    if code is codes.RANGE:
        return [(chr(value[0]), [])]
    if code is codes.CATEGORY:
        return [(_SAMPLES.get(value, 'x'), [])]
    if code is codes.ANY:
        return [('.', [])]
    if code is codes.BRANCH:
        raise _Choices
    return [('', [])]


def _group(value, names):
    number, _, _, content = value
    if number is None:
        return _all(content, names)
    name = names.get(number, f'_{number - 1}')
    return [(f'%({name})s', [name])]


def _repeated(value, names):
    least, _, content = value
    once = _all(content, names)
    if least:
        times = [('', [])]
        for _ in range(least):
            times = _joined(times, once)
        return times
    # Something that may be missing is left out, unless a parameter is in it: then both are possible.
    return [('', []), *once] if any(parameters for _, parameters in once) else [('', [])]


def _all(content, names):
    possible = [('', [])]
    for code, value in content:
        possible = _joined(possible, _one(code, value, names))
    return possible


@lru_cache(maxsize=None)
def templates(regex):
    """The addresses that a regular expression matches, as templates with %(name)s, and their parameters."""
    parsed = parser.parse(regex)
    names = {number: name for name, number in parsed.state.groupdict.items()}
    try:
        return _all(parsed, names)
    except _Choices:
        return [('', [])]


def _bare(pattern):
    return pattern.regex.pattern.removeprefix('^')


def endpoints(resolver, regex=''):
    """All views below a resolver that need no namespace, the last one first: (pattern, its whole regex, converters)."""
    for pattern in reversed(resolver.url_patterns):
        whole = regex + _bare(pattern.pattern)
        if not hasattr(pattern, 'url_patterns'):
            yield pattern, whole, pattern.pattern.converters, pattern.default_args
        elif not pattern.namespace:
            for found, below, converters, defaults in endpoints(pattern, whole):
                yield (
                    found,
                    below,
                    {**pattern.pattern.converters, **converters},
                    {**pattern.default_kwargs, **defaults},
                )


def namespaces(resolver, regex='', converters=None):
    """The namespaces below a resolver, the last one first: (name, application, resolver, regex, converters)."""
    for pattern in reversed(resolver.url_patterns):
        if not hasattr(pattern, 'url_patterns'):
            continue
        whole = regex + _bare(pattern.pattern)
        known = {**(converters or {}), **pattern.pattern.converters}
        if pattern.namespace:
            yield pattern.namespace, pattern.app_name, pattern, whole, known
        else:
            yield from namespaces(pattern, whole, known)


def _chosen(name, current, found):
    """The instance of an application: the current one, the one of that name, or the first that there is."""
    instances = [space for space, app, *_ in found if app == name]
    if not instances:
        return name
    if current in instances:
        return current
    return name if name in instances else instances[0]


def enter(resolver, path, current_app):
    """Follows namespaces: (resolver, regex, converters). Raises NoReverseMatch."""
    currents = current_app.split(':')[::-1] if current_app else []
    regex, converters, entered = '', {}, []
    for name in path:
        current = currents.pop() if currents else None
        found = list(namespaces(resolver))
        space = _chosen(name, current, found)
        if space != current:
            currents = []
        match = next((one for one in found if one[0] == space), None)
        if match is None:
            where = f" inside '{':'.join(entered)}'" if entered else ''
            raise NoReverseMatch(f"'{space}' is not a registered namespace{where}")
        entered.append(space)
        resolver, regex = match[2], regex + match[3]
        converters = {**converters, **match[4]}
    return resolver, regex, converters


def _values(parameters, args, kwargs, defaults):
    """The value of each parameter, or None when the arguments do not fit them."""
    if args:
        return dict(zip(parameters, args)) if len(args) == len(parameters) else None
    if set(kwargs).symmetric_difference(parameters).difference(defaults):
        return None
    if any(kwargs.get(name, value) != value for name, value in defaults.items() if name not in parameters):
        return None
    return {**defaults, **kwargs}


def _texts(values, converters):
    """The values as they stand in an address; None when a converter refuses one."""
    texts = {}
    for name, value in values.items():
        try:
            texts[name] = converters[name].to_url(value) if name in converters else str(value)
        except ValueError:
            return None
    return texts


def find(resolver, name, args, kwargs, prefix, regex='', converters=None):
    """The first address of that name that the arguments fit, or None; and the regexes that were tried."""
    tried = []
    for pattern, below, own, defaults in endpoints(resolver, regex):
        if not _is_meant(pattern, name):
            continue
        known = {**(converters or {}), **own}
        for template, parameters in templates(below):
            values = _values(parameters, args, kwargs, defaults)
            texts = None if values is None else _texts(values, known)
            if texts is None or set(parameters) - set(texts):
                continue
            address = prefix.replace('%', '%%') + template
            address = address % texts
            if re.search(f'^{re.escape(prefix)}{below}', address):
                return quote(address, safe=_SAFE), tried
        tried.append(below)
    return None, tried


def _is_meant(pattern, name):
    if callable(name):
        return pattern.callback == name
    return name is not None and pattern.name == name
