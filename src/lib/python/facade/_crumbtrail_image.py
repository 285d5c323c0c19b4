"""A process's Python state as bytes, and back into a process that has just started.

Its modules are imported again. What its globals hold is pickled together, so that what is one object for two names
stays one. What cannot be pickled (a lock, an open file, a function typed at the prompt) is left to the new process.
Whether all came out as it was the digests tell: nothing else is trusted.
"""

import importlib
import io
import json
import os
import pickle
import sys
import types

import _crumbtrail_digest as digests
import _crumbtrail_spaces as spaces

# Methods with which a class has a say in how it is pickled: they would run what the learner wrote, or what looks for
# settings that are not there yet.
_OWN_SAY = (
    "__reduce__ __reduce_ex__ __getstate__ __setstate__ __getnewargs__ __getnewargs_ex__ __new__ __getattr__ "
    "__getattribute__ __setattr__ __setitem__ append extend add __iter__ items"
).split()
# The generator behind `random.random()` and the others: its methods are held by many, so it stays and is set.
_CHANCE = "random's own"


class _Pickler(pickle.Pickler):
    def persistent_id(self, item):
        if isinstance(item, types.ModuleType):
            return item.__name__
        return _CHANCE if item is _chance() else None

    def reducer_override(self, item):
        if isinstance(item, type):
            return NotImplemented
        for base in type(item).__mro__:
            if spaces.is_own(str(base.__module__)) and any(name in base.__dict__ for name in _OWN_SAY):
                raise pickle.PicklingError(f"{base.__qualname__} has a say in how it is pickled")
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    def persistent_load(self, name):
        return _chance() if name == _CHANCE else importlib.import_module(name)


def take():
    """The current process's state as bytes."""
    told = {
        "modules": spaces.own_names(),
        "caches": list(_caches()._connections) if _caches() else [],
        "loggers": _loggers(),
        "chance": _chance().getstate(),
        "environ": {os.fsdecode(key): os.fsdecode(value) for key, value in os.environ._data.items()},
        "parts": digests.parts(),
    }
    values = {label: value for label, value in digests.roots() if _must_be_carried(label, value)}
    return json.dumps(told).encode() + b"\n" + _pickled(values)


def put(image):
    """Bring the current process, which has just started, to the state of an image.

    Returns a line for each part of it that then is not as it was: none, where all went well.
    """
    text, _, values = image.partition(b"\n")
    told = json.loads(text)
    _begin_as(told)
    wanted = told["parts"]
    changed = _other_than(wanted)
    if changed:
        carried = _Unpickler(io.BytesIO(values)).load()
        first = changed
        _put_values(carried, first, wanted)
        changed = _other_than(wanted)
    if changed:
        # What has not changed may hold what has: it comes from the image, too.
        _put_values(carried, sorted({*changed, *_bound_up_with({*first, *changed}, carried)}), wanted)
        changed = _other_than(wanted)
    return "\n".join(changed)


def _must_be_carried(label, value):
    """Whether a value is not there as soon as its module is."""
    return label.startswith(digests.SHELL) or not isinstance(value, digests.KNOWN_BY_NAME)


def _begin_as(told):
    """Load what was loaded, and set what is no module's."""
    for name in told["modules"]:
        if name not in sys.modules:
            importlib.import_module(name)
    for alias in told["caches"]:
        _caches()[alias]
    for name in told["loggers"]:
        sys.modules["logging"].getLogger(name)
    version, state, gauss = told["chance"]
    _chance().setstate((version, tuple(state), gauss))
    wanted = told["environ"]
    for name in os.environ.keys() - wanted.keys():
        del os.environ[name]
    for name, value in wanted.items():
        if os.environ.get(name) != value:
            os.environ[name] = value


def _other_than(wanted):
    parts = digests.parts()
    return sorted(label for label in parts.keys() | wanted.keys() if parts.get(label) != wanted.get(label))


def _put_values(carried, labels, wanted):
    """Give globals their values; one that the image does not have goes."""
    for label in labels:
        names, name = _names_of(label)
        if names is None:
            continue
        if label in carried:
            names[name] = carried[label]
        elif label not in wanted:
            names.pop(name, None)


def _bound_up_with(changed, carried):
    """The globals of the project that hold an object which one of these holds, too."""
    ids = {label: digests.held_by(value) for label, value in carried.items() if _is_projects(label)}
    bound = {label for label in changed if label in ids}
    common = set().union(*(ids[label] for label in bound))
    more = bound
    while more:
        more = {label for label in ids.keys() - bound if ids[label] & common}
        bound |= more
        common.update(*(ids[label] for label in more))
    return bound


def _is_projects(label):
    place = label.partition(":")[0]
    return place == digests.SHELL or spaces.is_projects(place)


def _chance():
    return sys.modules["random"]._inst


def _caches():
    return getattr(sys.modules.get("django.core.cache"), "caches", None)


def _loggers():
    """The names of the loggers that there are, in the order in which they came."""
    logging = sys.modules.get("logging")
    known = logging.root.manager.loggerDict if logging else {}
    return [name for name, logger in known.items() if isinstance(logger, logging.Logger)]


def _pickled(values):
    """All of the values that can be pickled, together."""
    try:
        return _dumped(values)
    except Exception:
        return _dumped({label: value for label, value in values.items() if _can_be_pickled(value)})


def _can_be_pickled(value):
    try:
        _dumped(value)
    except Exception:
        return False
    return True


def _dumped(value):
    out = io.BytesIO()
    _Pickler(out, protocol=5).dump(value)
    return out.getvalue()


def _names_of(label):
    """The dictionary that a global stands in, and its name there."""
    place, _, name = label.partition(":")
    if place == digests.SHELL:
        return digests.shell_names(), name
    module = sys.modules.get(place)
    return (module.__dict__, name) if place in spaces.own_names() else (None, name)
