"""Views for those who are logged in."""

import asyncio
from functools import wraps
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.core.exceptions import PermissionDenied
from django.shortcuts import resolve_url


def user_passes_test(test_func, login_url=None, redirect_field_name=REDIRECT_FIELD_NAME):
    """Only users who pass the test see the view; others are sent to the login page."""

    def decorator(view_func):
        if asyncio.iscoroutinefunction(view_func):

            @wraps(view_func)
            async def wrapped(request, *args, **kwargs):
                user = await request.auser()
                if test_func(user):
                    return await view_func(request, *args, **kwargs)
                return _to_login(request, login_url, redirect_field_name)

        else:

            @wraps(view_func)
            def wrapped(request, *args, **kwargs):
                if test_func(request.user):
                    return view_func(request, *args, **kwargs)
                return _to_login(request, login_url, redirect_field_name)

        wrapped.login_url = login_url
        wrapped.redirect_field_name = redirect_field_name
        return wrapped

    return decorator


def _to_login(request, login_url, redirect_field_name):
    from django.contrib.auth.views import redirect_to_login

    path = request.build_absolute_uri()
    resolved = resolve_url(login_url or settings.LOGIN_URL)
    there, here = urlsplit(resolved), urlsplit(path)
    if (not there.scheme or there.scheme == here.scheme) and (not there.netloc or there.netloc == here.netloc):
        path = request.get_full_path()
    return redirect_to_login(path, resolved, redirect_field_name)


def login_required(function=None, redirect_field_name=REDIRECT_FIELD_NAME, login_url=None):
    decorator = user_passes_test(lambda user: user.is_authenticated, login_url, redirect_field_name)
    return decorator(function) if function else decorator


def login_not_required(view_func):
    view_func.login_required = False
    return view_func


def permission_required(perm, login_url=None, raise_exception=False):
    perms = (perm,) if isinstance(perm, str) else perm

    def check(user):
        if user.has_perms(perms):
            return True
        if raise_exception:
            raise PermissionDenied
        return False

    return user_passes_test(check, login_url=login_url)
