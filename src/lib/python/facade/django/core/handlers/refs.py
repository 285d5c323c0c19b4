"""Requests and responses by number, as the host knows them."""

import itertools

_numbers = itertools.count(1)
_objects = {}


def ref(thing):
    """The number of a request or response; 0 for None, which a middleware may have returned."""
    if thing is None:
        return 0
    number = thing.__dict__.get("_host_ref")
    if number is None:
        number = thing.__dict__["_host_ref"] = next(_numbers)
        _objects[number] = thing
    return number


def of(number):
    return _objects[number] if number else None


def forget():
    """No request is inside any more: nothing of them is held here."""
    _objects.clear()
