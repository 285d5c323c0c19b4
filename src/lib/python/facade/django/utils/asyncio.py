"""Asynchronous code may not reach the database by its synchronous ways."""

import functools

from django.core.exceptions import SynchronousOnlyOperation

_MESSAGE = "You cannot call this from an async context - use a thread or sync_to_async."
_asynchronous = [False]


def run_async(coroutine):
    """Run a coroutine through: nothing waits in this simulation."""
    _asynchronous.append(True)
    try:
        coroutine.send(None)
    except StopIteration as done:
        return done.value
    finally:
        _asynchronous.pop()
    raise RuntimeError("The view waits for something that does not happen in this simulation.")


def run_sync(function, *args, **kwargs):
    """Run a function as if in a thread of its own."""
    _asynchronous.append(False)
    try:
        return function(*args, **kwargs)
    finally:
        _asynchronous.pop()


def check_sync(message=_MESSAGE):
    if _asynchronous[-1]:
        raise SynchronousOnlyOperation(message)


def async_unsafe(message):
    """Mark a function that asynchronous code may not call."""

    def decorate(function, text=_MESSAGE):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            check_sync(text)
            return function(*args, **kwargs)

        return inner

    if callable(message):
        return decorate(message)
    return lambda function: decorate(function, message)
