"""A digest of a process's Python state: equal where the state is equal, another where anything of it is another.

Read are the globals of the process's own modules (the project's, Django's, the names of the shell), what hangs on
them, its random generators, its environment and search path, and what it has set on modules that processes share.
Nothing of the learner's runs on the way, and no address gets in. What is met again is told as the place where it was
met first, so that two names for one list are not two equal lists. Of what cannot be looked into, the type stays.
"""

import collections
import datetime
import decimal
import fractions
import functools
import hashlib
import itertools
import os
import pathlib
import re
import sys
import types
import uuid
import warnings
import weakref

import _crumbtrail_spaces as spaces

# Told by their text. By exact type: a subclass may have a repr of its own.
_TEXTUAL = frozenset(
    (bool, int, float, complex, str, bytes, type(None), type(...), type(NotImplemented), range, slice, itertools.count)
    + (datetime.date, datetime.datetime, datetime.time, datetime.timedelta, datetime.timezone, uuid.UUID)
    + (decimal.Decimal, decimal.Context, fractions.Fraction, pathlib.PosixPath, pathlib.PurePosixPath, re.Pattern)
)
_ITERATORS = frozenset(type(iter(each)) for each in ((), [], "", b"", {}, {}.values(), {}.items(), set(), range(0)))
_ATTRIBUTES = (
    (types.MethodType, ("__self__", "__func__")),
    (functools.partial, ("func", "args", "keywords")),
    (property, ("fget", "fset", "fdel")),
    ((classmethod, staticmethod), ("__func__",)),
    (collections.defaultdict, ("default_factory",)),
    (collections.deque, ("maxlen",)),
    (BaseException, ("args",)),
    (types.GeneratorType, ("gi_running",)),
)
_CONTENTS = (dict, list, tuple, collections.deque)
_TEXTS = (str, bytes, bytearray, int, float)
_MODULES_OWN = frozenset(
    ("__builtins__", "__loader__", "__spec__", "__cached__", "__file__", "__path__", "__package__", "__doc__")
)
_CLASS_OWN = frozenset(("__dict__", "__weakref__", "__doc__", "__static_attributes__", "__firstlineno__", "__slotnames__"))
_LOGGERS_CACHE = frozenset(("_cache",))
# The numbers by which the host knows objects, its answers that are kept, and what it held of a session in one call.
_HOSTS_NUMBERS = frozenset(("_host_ref", "_host_number"))
_NOT_STATE = frozenset(
    ("django.core.handlers.refs:_numbers", "django.db.models.query:_keywords")
    + tuple(
        f"django.contrib.sessions.backends._objects:{name}"
        for name in ("_data", "_data_numbers", "_numbers", "_sessions")
    )
)
# Modules of the standard library that a process may or may not have loaded: all that is state in them.
_ALL_STATE_OF = {"statistics": ("_nothing",), "tempfile": ("tempdir", "_name_sequence")}
# The names of the shell stand in a dictionary of Django's; each is told as if it were a module's.
_NAMES_OF_THE_SHELL = "django.core.management.shell:_namespace"
SHELL = ">>>"
_REQUESTS_INSIDE = "django.core.handlers.refs:_objects"


_DJANGOS = ("django.", "logging", "random:")
# What is imported again, with its module.
KNOWN_BY_NAME = (types.ModuleType, type, types.FunctionType, types.BuiltinFunctionType)


class _Text:
    def __init__(self, text):
        self.text = text


def digest():
    """The digest of the current process's state, as hexadecimal text."""
    return digest_of(parts())


def digest_of(parts):
    """The digest of a whole state, of the digests of its parts."""
    whole = hashlib.sha256()
    for label, text in parts.items():
        whole.update(f"{label}={text}\n".encode("utf-8", "backslashreplace"))
    return whole.hexdigest()


def parts():
    """The digest of each of its parts: "module:name" to hexadecimal text, in a fixed order."""
    walk = _Walk()
    return {label: _short(label, value) or walk.digest(label, value) for label, value in roots()}


def roots():
    """The parts of the process's state, by name."""
    for name in sorted(spaces.own_names()):
        values = getattr(sys.modules[name], "__dict__", {})
        for key in _ALL_STATE_OF.get(name) or _names_in(values):
            label = f"{name}:{key}"
            if label == _REQUESTS_INSIDE:
                yield label, list(values[key].values())
            elif label == _NAMES_OF_THE_SHELL:
                names = values[key]
                yield from ((f"{SHELL}:{own}", names[own]) for own in sorted(names) if own != "__builtins__")
            elif label not in _NOT_STATE and (name not in _ALL_STATE_OF or values.get(key) is not None):
                yield label, values[key]
    yield "os:environ", sorted(os.environ._data.items())
    yield "os:cwd", os.getcwd()
    yield "sys:path", sys.path
    yield "warnings:filters", warnings.filters
    yield "decimal:context", decimal.getcontext()
    for name in spaces.SYS:
        yield f"sys:{name}", getattr(sys, name, None)
    for label, value in spaces.set_on_shared():
        yield label, value


def _names_in(values):
    return sorted(key for key in values if isinstance(key, str) and key not in _MODULES_OWN)


def shell_names():
    """The names of the shell, as a dictionary."""
    return sys.modules["django.core.management.shell"]._namespace


def _short(label, value):
    """What a global of Django's is, where its name says it all: it need not be walked."""
    kind = type(value)
    if kind is types.FunctionType:
        if value.__closure__ is None and not value.__dict__ and label.startswith(_DJANGOS):
            return f"function {value.__module__}.{value.__qualname__}"
    elif kind is type:
        if value.__module__.startswith(_DJANGOS) and label.startswith(_DJANGOS):
            return f"class {value.__module__}.{value.__qualname__}"
    elif kind is types.ModuleType:
        return f"module {value.__name__}"
    elif kind is str and len(value) < 64:
        return f"str {value!r}"
    return None


class _Walk:
    """One way through objects; it knows where it has been."""

    def __init__(self):
        self._places = {}
        # What is looked at lives on until the end, so that no id is another object's later.
        self._held = []

    def digest(self, label, value):
        told = []
        stack = [value]
        while stack:
            item = stack.pop()
            kind = type(item)
            if kind is _Text:
                told.append(item.text)
            elif kind in _TEXTUAL:
                told.append(f"{kind.__name__} {item!r}")
            elif (place := self._places.get(id(item))) is not None:
                told.append(f"= {place}")
            else:
                self._places[id(item)] = f"{label} {len(told)}"
                self._held.append(item)
                head, inside = _look(item)
                told.append(f"{head} {len(inside)}")
                stack.extend(reversed(inside))
        return hashlib.sha256("\0".join(told).encode("utf-8", "backslashreplace")).hexdigest()


def held_by(value):
    """The ids of all objects that hang on a value; what is known by its name holds nothing here."""
    ids = set()
    stack = [value]
    held = []
    while stack:
        item = stack.pop()
        kind = type(item)
        if kind is _Text or kind in _TEXTUAL or id(item) in ids or isinstance(item, KNOWN_BY_NAME):
            continue
        ids.add(id(item))
        held.append(item)
        stack.extend(_look(item)[1])
    return ids


def _look(item):
    """What an object is, and what is in it."""
    kind = type(item)
    if isinstance(item, types.ModuleType):
        return f"module {_name(item)}", []
    if isinstance(item, type):
        return _look_at_class(item)
    if kind is types.FunctionType:
        return _look_at_function(item)
    if kind is types.CodeType:
        return _look_at_code(item)
    head = _class_name(kind)
    if isinstance(item, (types.BuiltinFunctionType, types.WrapperDescriptorType, types.MethodDescriptorType)):
        owner = getattr(item, "__self__", None)
        owned = owner is not None and not isinstance(owner, types.ModuleType)
        return f"{head} {item.__qualname__}", [owner] if owned else []
    if isinstance(item, weakref.ref):
        return head, [weakref.ref.__call__(item)]
    if kind in _ITERATORS:
        return head, list(item.__reduce__()[1:])
    if kind is types.CellType:
        return head, _contents(item)
    if kind is types.GeneratorType:
        return head, _look_at_generator(item)
    if kind is functools._lru_cache_wrapper:
        return head, _look_at_cached(item)
    if kind is types.MappingProxyType:
        return head, [dict(item)]
    return head, [*_look_at_builtin(item, kind), *_look_at_instance(item, kind)]


def _look_at_builtin(item, kind):
    """What the type in C that an object is of keeps in it."""
    inside = []
    for base, names in _ATTRIBUTES:
        if isinstance(item, base):
            inside += [_member(item, name) for name in names]
    if isinstance(item, dict):
        inside += [each for pair in dict.items(item) for each in pair]
    elif isinstance(item, (list, tuple, collections.deque)):
        inside += next(base for base in _CONTENTS if isinstance(item, base)).__iter__(item)
    elif isinstance(item, (set, frozenset)):
        inside += _sorted(item)
    elif isinstance(item, _TEXTS):
        inside.append(_Text(next(base for base in _TEXTS if isinstance(item, base)).__repr__(item)))
    elif kind.__name__ in ("lock", "RLock") and kind.__module__ in ("_thread", "threading"):
        inside.append(_Text(str(item.locked())))
    elif hasattr(kind, "getstate") and _is_random(kind):
        inside.append(_random_state(item))
    return inside


def _look_at_instance(item, kind):
    """The attributes of an instance: its dictionary and its slots."""
    inside = []
    try:
        attributes = object.__getattribute__(item, "__dict__")
    except AttributeError:
        attributes = {}
    if attributes:
        inside += [each for pair in attributes.items() if not _is_kept_of_others(pair[0], kind) for each in pair]
    for base in kind.__mro__:
        if _is_by_name(base):
            continue
        for name, member in sorted(base.__dict__.items()):
            if type(member) is types.MemberDescriptorType:
                inside += [_Text(name), _slot(member, item)]
    return inside


def _is_kept_of_others(name, kind):
    """An attribute that only keeps what stands elsewhere: settings once read, a logger's level, numbers of the host."""
    if kind.__module__ == "logging":
        return name in _LOGGERS_CACHE
    if kind.__module__ == "django.conf" and kind.__name__ == "LazySettings":
        return name != "_wrapped"
    return name in _HOSTS_NUMBERS


def _look_at_class(item):
    head = f"class {_class_name(item)}"
    if _is_by_name(item):
        return head, []
    inside = [*item.__mro__[1:]]
    for name, value in sorted(item.__dict__.items()):
        if name not in _CLASS_OWN and type(value) not in (types.GetSetDescriptorType, types.MemberDescriptorType):
            inside += [_Text(name), value]
    return head, inside


def _look_at_function(item):
    head = f"function {item.__module__}.{item.__qualname__}"
    own = not _is_machines(item.__globals__.get("__name__"))
    inside = [item.__dict__, *_look_in_cells(item.__closure__)]
    if own:
        inside += [item.__code__, item.__defaults__, item.__kwdefaults__]
    return head, inside


def _look_in_cells(closure):
    return [] if closure is None else list(closure)


def _look_at_code(item):
    inside = [item.co_code, item.co_consts, item.co_names, item.co_varnames, item.co_freevars, item.co_firstlineno]
    return f"code {item.co_qualname}", inside


def _look_at_generator(item):
    frame = item.gi_frame
    inside = [item.gi_code]
    if frame is not None:
        inside += [frame.f_lasti, dict(frame.f_locals)]
    return inside


def _look_at_cached(item):
    """A function with a cache: what the machine's own keep so would be worked out again."""
    own = not _is_machines(item.__wrapped__.__module__)
    return [item.__wrapped__, *([_Text(repr(item.cache_info()))] if own else [])]


def _contents(cell):
    try:
        return [cell.cell_contents]
    except ValueError:
        return []


def _slot(member, item):
    try:
        return member.__get__(item)
    except AttributeError:
        return _Text("nothing")


def _member(item, name):
    try:
        return object.__getattribute__(item, name)
    except AttributeError:
        return _Text("nothing")


def _sorted(items):
    """The members of a set in an order that is their own."""
    by_text = sorted((_alone(item), at, item) for at, item in enumerate(items))
    return [item for _, _, item in by_text]


def _alone(item):
    return f"{type(item).__name__} {item!r}" if type(item) in _TEXTUAL else _Walk().digest("", item)


# --- Random generators -----------------------------------------------------------------------------


def _is_random(kind):
    return any(base.__module__ == "_random" for base in kind.__mro__)


def _random_state(item):
    """A generator's state; that of one which draws from the system is not its own."""
    inner = next(base for base in type(item).__mro__ if base.__module__ == "_random")
    return inner.getstate(item)


# --- Names -----------------------------------------------------------------------------------------


def _name(module):
    return module.__dict__.get("__name__")


def _class_name(kind):
    return f"{kind.__dict__.get('__module__')}.{type.__dict__['__qualname__'].__get__(kind)}"


def _is_by_name(kind):
    """Whether a class is told by its name: it is no project's."""
    return _is_machines(kind.__dict__.get("__module__"))


def _is_machines(module):
    """Whether a module comes with the machine: the standard library, Django, the host's own."""
    return not isinstance(module, str) or not spaces.is_projects(module)
