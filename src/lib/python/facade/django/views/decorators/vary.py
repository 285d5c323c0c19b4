"""View decorators that add to the header Vary."""

from django.views.decorators._after import after


def vary_on_headers(*headers):
    def decorate(view):
        from django.utils.cache import patch_vary_headers

        return after(view, lambda request, response: patch_vary_headers(response, headers))

    return decorate


vary_on_cookie = vary_on_headers('Cookie')
