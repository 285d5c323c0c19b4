"""View decorators that tell caches what they may keep."""

from django.views.decorators._after import after


def cache_control(**kwargs):
    """Sets parts of the header Cache-Control."""

    def decorate(view):
        from django.utils.cache import patch_cache_control

        return after(view, lambda request, response: patch_cache_control(response, **kwargs))

    return decorate


def never_cache(view):
    """No cache may keep the answer."""
    from django.utils.cache import add_never_cache_headers

    return after(view, lambda request, response: add_never_cache_headers(response))
