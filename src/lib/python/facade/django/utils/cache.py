"""Headers that steer caches: Vary, Cache-Control, Expires."""


def _names(header):
    return [name.strip() for name in header.split(',') if name.strip()]


def patch_vary_headers(response, newheaders):
    """Adds names to the header Vary, none twice; a "*" stands alone."""
    names = _names(response.headers['Vary']) if response.has_header('Vary') else []
    known = {name.lower() for name in names}
    names += [name for name in newheaders if name.lower() not in known]
    response.headers['Vary'] = '*' if '*' in names else ', '.join(names)


def has_vary_header(response, header_query):
    if not response.has_header('Vary'):
        return False
    return header_query.lower() in (name.lower() for name in _names(response.headers['Vary']))


def _directives(response):
    """Cache-Control as a dictionary; "no-cache" may stand for several fields and is a list."""
    directives = {}
    for part in _names(response.get('Cache-Control', '')):
        name, mark, value = part.partition('=')
        name, value = name.lower(), value if mark else True
        if name == 'no-cache':
            directives.setdefault(name, []).append(value)
        else:
            directives[name] = value
    return directives


def _written(name, value):
    values = [True] if isinstance(value, list) and True in value else value
    values = dict.fromkeys(values) if isinstance(values, list) else [values]
    return [name if one is True else f'{name}={one}' for one in values]


def patch_cache_control(response, **kwargs):
    """Adds directives: `True` is the name alone; the smaller max_age wins; private and public exclude each other."""
    directives = _directives(response)
    if 'max-age' in directives and 'max_age' in kwargs:
        kwargs['max_age'] = min(int(directives['max-age']), kwargs['max_age'])
    if 'public' in kwargs:
        directives.pop('private', None)
    elif 'private' in kwargs:
        directives.pop('public', None)
    for name, value in kwargs.items():
        name = name.replace('_', '-')
        if name == 'no-cache':
            directives.setdefault(name, []).append(value)
        else:
            directives[name] = value
    parts = [text for name, value in directives.items() for text in _written(name, value)]
    response.headers['Cache-Control'] = ', '.join(parts)


def get_max_age(response):
    """The max-age of Cache-Control in seconds, or None."""
    try:
        return int(_directives(response)['max-age'])
    except (KeyError, ValueError, TypeError):
        return None


def patch_response_headers(response, cache_timeout=None):
    """Sets Expires and max-age, so many seconds from now (CACHE_MIDDLEWARE_SECONDS)."""
    import time

    from django.utils.http import http_date

    if cache_timeout is None:
        from django.conf import settings

        cache_timeout = settings.CACHE_MIDDLEWARE_SECONDS
    seconds = max(cache_timeout, 0)
    if not response.has_header('Expires'):
        response.headers['Expires'] = http_date(time.time() + seconds)
    patch_cache_control(response, max_age=seconds)


def add_never_cache_headers(response):
    """No cache may keep the response."""
    patch_response_headers(response, cache_timeout=-1)
    patch_cache_control(response, no_cache=True, no_store=True, must_revalidate=True, private=True)
