"""`{% cache %}`: a part of a page, kept in the cache."""

from django.core.cache import caches
from django.template.exceptions import TemplateSyntaxError
from django.template.library import Library
from django.template.nodes import Node
from django.template.variable import VariableDoesNotExist

register = Library()


def _resolved(expression, context):
    try:
        return expression.resolve(context)
    except VariableDoesNotExist:
        raise TemplateSyntaxError(f'"cache" tag got an unknown variable: {expression.var!r}')


def make_template_fragment_key(fragment_name, vary_on=None):
    """The key under which a fragment is kept; the values that it varies on are hashed."""
    from hashlib import md5

    digest = md5(usedforsecurity=False)
    for value in vary_on or ():
        digest.update(str(value).encode() + b':')
    return f'template.cache.{fragment_name}.{digest.hexdigest()}'


class CacheNode(Node):
    def __init__(self, nodelist, expire_time_var, fragment_name, vary_on, cache_name):
        self.nodelist = nodelist
        self.expire_time_var = expire_time_var
        self.fragment_name = fragment_name
        self.vary_on = vary_on
        self.cache_name = cache_name

    def _seconds(self, context):
        seconds = _resolved(self.expire_time_var, context)
        try:
            return None if seconds is None else int(seconds)
        except (ValueError, TypeError):
            raise TemplateSyntaxError(
                f'"cache" tag got a non-integer timeout value: {seconds!r}'
            )

    def _cache(self, context):
        from django.core.cache import InvalidCacheBackendError

        if self.cache_name:
            name = _resolved(self.cache_name, context)
            try:
                return caches[name]
            except InvalidCacheBackendError:
                raise TemplateSyntaxError(f'Invalid cache name specified for cache tag: {name!r}')
        try:
            return caches['template_fragments']
        except InvalidCacheBackendError:
            return caches['default']

    def render(self, context):
        seconds = self._seconds(context)
        cache = self._cache(context)
        vary_on = [expression.resolve(context) for expression in self.vary_on]
        key = make_template_fragment_key(self.fragment_name, vary_on)
        text = cache.get(key)
        if text is None:
            text = self.nodelist.render(context)
            cache.set(key, text, seconds)
        return text


@register.tag('cache')
def do_cache(parser, token):
    nodelist = parser.parse(('endcache',))
    parser.delete_first_token()
    words = token.split_contents()
    if len(words) < 3:
        raise TemplateSyntaxError(f"'{words[0]!r}' tag requires at least 2 arguments.")
    cache_name = None
    if len(words) > 3 and words[-1].startswith('using='):
        cache_name = parser.compile_filter(words.pop()[len('using=') :])
    return CacheNode(
        nodelist,
        parser.compile_filter(words[1]),
        words[2],
        [parser.compile_filter(word) for word in words[3:]],
        cache_name,
    )
