"""Dictionaries with several values, and lists and mappings that do not change."""

import copy
from collections.abc import Mapping


class MultiValueDictKeyError(KeyError):
    pass


class MultiValueDict(dict):
    """A dictionary of lists: looking up a key gives the last value."""

    def __init__(self, key_to_list_mapping=()):
        super().__init__(key_to_list_mapping)

    def __repr__(self):
        return f"<{self.__class__.__name__}: {super().__repr__()}>"

    def __getitem__(self, key):
        try:
            values = super().__getitem__(key)
        except KeyError:
            raise MultiValueDictKeyError(key) from None
        return values[-1] if values else []

    def __setitem__(self, key, value):
        super().__setitem__(key, [value])

    def __copy__(self):
        return self.__class__([(key, values[:]) for key, values in self.lists()])

    def __deepcopy__(self, memo):
        return self.__class__([(copy.deepcopy(k, memo), copy.deepcopy(v, memo)) for k, v in self.lists()])

    def __getstate__(self):
        return {**self.__dict__, "_data": dict(self.lists())}

    def __setstate__(self, state):
        rest = dict(state)
        for key, values in rest.pop("_data", {}).items():
            dict.__setitem__(self, key, values)
        self.__dict__.update(rest)

    def get(self, key, default=None):
        try:
            value = self[key]
        except KeyError:
            return default
        return default if value == [] else value

    def getlist(self, key, default=None):
        try:
            values = super().__getitem__(key)
        except KeyError:
            return [] if default is None else default
        return list(values) if values is not None else values

    def setlist(self, key, list_):
        super().__setitem__(key, list_)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def setlistdefault(self, key, default_list=None):
        if key not in self:
            self.setlist(key, default_list or [])
        return super().__getitem__(key)

    def appendlist(self, key, value):
        self.setlistdefault(key).append(value)

    def items(self):
        for key in self:
            yield key, self[key]

    def lists(self):
        return iter(super().items())

    def values(self):
        for key in self:
            yield self[key]

    def copy(self):
        return copy.copy(self)

    def update(self, *args, **kwargs):
        if len(args) > 1:
            raise TypeError(f"update expected at most 1 argument, got {len(args)}")
        for source in (*args, kwargs):
            if isinstance(source, MultiValueDict):
                for key, values in source.lists():
                    self.setlistdefault(key).extend(values)
            else:
                for key, value in source.items() if isinstance(source, Mapping) else source:
                    self.setlistdefault(key).append(value)

    def dict(self):
        return {key: self[key] for key in self}


class ImmutableList(tuple):
    """A tuple that says so when somebody tries to change it."""

    def __new__(cls, *args, warning="ImmutableList object is immutable.", **kwargs):
        self = tuple.__new__(cls, *args, **kwargs)
        self.warning = warning
        return self

    def _complain(self, *args, **kwargs):
        raise AttributeError(self.warning)

    __delitem__ = __setitem__ = append = extend = insert = pop = remove = sort = reverse = _complain


class CaseInsensitiveMapping(Mapping):
    """A mapping whose text keys are found in any case."""

    def __init__(self, data):
        self._store = {key.lower(): (key, value) for key, value in dict(data).items()}

    def __getitem__(self, key):
        return self._store[key.lower()][1]

    def __len__(self):
        return len(self._store)

    def __iter__(self):
        return (key for key, _ in self._store.values())

    def __eq__(self, other):
        return isinstance(other, Mapping) and {k.lower(): v for k, v in self.items()} == {
            k.lower(): v for k, v in other.items()
        }

    def __repr__(self):
        return repr(dict(self._store.values()))

    def copy(self):
        return self


class OrderedSet:
    """A set that keeps the order of insertion."""

    def __init__(self, iterable=None):
        self.dict = dict.fromkeys(iterable or ())

    def add(self, item):
        self.dict[item] = None

    def remove(self, item):
        del self.dict[item]

    def discard(self, item):
        self.dict.pop(item, None)

    def __iter__(self):
        return iter(self.dict)

    def __contains__(self, item):
        return item in self.dict

    def __bool__(self):
        return bool(self.dict)

    def __len__(self):
        return len(self.dict)


class DictWrapper(dict):
    """A dictionary whose values go through a function when the key has the prefix."""

    def __init__(self, data, func, prefix):
        super().__init__(data)
        self.func, self.prefix = func, prefix

    def __getitem__(self, key):
        if not key.startswith(self.prefix):
            return super().__getitem__(key)
        return self.func(super().__getitem__(key[len(self.prefix) :]))
