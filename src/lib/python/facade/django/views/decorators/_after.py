"""Doing something to the response of a view, whether or not it is asynchronous."""

from functools import wraps
from inspect import iscoroutinefunction


def after(view, change):
    """The view, with `change(request, response)` called on what it answers."""
    if iscoroutinefunction(view):

        async def changed(request, *args, **kwargs):
            response = await view(request, *args, **kwargs)
            change(request, response)
            return response

    else:

        def changed(request, *args, **kwargs):
            response = view(request, *args, **kwargs)
            change(request, response)
            return response

    return wraps(view)(changed)
