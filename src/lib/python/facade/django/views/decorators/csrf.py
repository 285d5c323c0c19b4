"""CSRF protection view by view."""

from functools import wraps
from inspect import iscoroutinefunction

from django.middleware.csrf import CsrfViewMiddleware, get_token
from django.utils.decorators import decorator_from_middleware


class _EnsureCsrfToken(CsrfViewMiddleware):
    """Prepares the token and refuses nobody."""

    def _reject(self, request, reason):
        return None


class _EnsureCsrfCookie(_EnsureCsrfToken):
    """Sets the cookie whether or not a form asked for the token."""

    def process_view(self, request, callback, callback_args, callback_kwargs):
        refused = super().process_view(request, callback, callback_args, callback_kwargs)
        get_token(request)
        return refused


csrf_protect = decorator_from_middleware(CsrfViewMiddleware)
csrf_protect.__name__ = "csrf_protect"
requires_csrf_token = decorator_from_middleware(_EnsureCsrfToken)
requires_csrf_token.__name__ = "requires_csrf_token"
ensure_csrf_cookie = decorator_from_middleware(_EnsureCsrfCookie)
ensure_csrf_cookie.__name__ = "ensure_csrf_cookie"


def csrf_exempt(view_func):
    """A view that takes forms from anywhere."""
    if iscoroutinefunction(view_func):

        async def exempt(request, *args, **kwargs):
            return await view_func(request, *args, **kwargs)

    else:

        def exempt(request, *args, **kwargs):
            return view_func(request, *args, **kwargs)

    exempt.csrf_exempt = True
    return wraps(view_func)(exempt)
