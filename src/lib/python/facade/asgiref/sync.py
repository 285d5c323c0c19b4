"""Functions as coroutines and the other way round: everything runs in one thread, and nothing waits."""

import functools
from inspect import iscoroutinefunction, markcoroutinefunction  # noqa: F401

from django.utils.asyncio import run_async, run_sync


def sync_to_async(func=None, *, thread_sensitive=True, executor=None):
    if func is None:
        return lambda function: sync_to_async(function)

    async def inner(*args, **kwargs):
        return run_sync(func, *args, **kwargs)

    return inner


def async_to_sync(awaitable=None, force_new_loop=False):
    if awaitable is None:
        return lambda function: async_to_sync(function)

    @functools.wraps(awaitable)
    def inner(*args, **kwargs):
        return run_async(awaitable(*args, **kwargs))

    return inner
