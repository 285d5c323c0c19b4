"""Values that are computed at their first use: lazy objects, lazy texts, cached properties."""

import copy
from functools import wraps

from django import VERSION

empty = object()


class cached_property:
    """A method that runs once; its answer then lies in the instance's `__dict__`."""

    name = None

    def __init__(self, func, name=None):
        self.real_func = func
        self.__doc__ = getattr(func, '__doc__', None)

    def __set_name__(self, owner, name):
        if self.name not in (None, name):
            raise TypeError(
                'Cannot assign the same cached_property to two different names '
                f'({self.name!r} and {name!r}).'
            )
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.name is None:
            raise TypeError(
                'Cannot use cached_property instance without calling __set_name__() on it.'
            )
        value = instance.__dict__[self.name] = self.real_func(instance)
        return value


class classproperty:
    """A property that is read from the class itself."""

    def __init__(self, method=None):
        self.fget = method

    def __get__(self, instance, owner=None):
        return self.fget(owner)

    def getter(self, method):
        self.fget = method
        return self


class Promise:
    """What `lazy()` hands out; tells a promised value from a value."""


def _kept(value):
    """The value behind a promise, or the value itself."""
    return value._cast() if isinstance(value, Promise) else value


def _forward(name):
    def method(self, *args, **kwargs):
        return getattr(self._cast(), name)(*map(_kept, args), **kwargs)

    return method


# Methods that every promise has, whatever it promises.
_COMMON_METHODS = (
    '__repr__', '__str__', '__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__',
    '__hash__', '__add__', '__mod__', '__mul__',
)
if VERSION >= (5, 0):
    _COMMON_METHODS += ('__format__',)
# Methods that stay the promise's own.
_OWN_METHODS = frozenset(
    '__class__ __new__ __init__ __getattribute__ __setattr__ __delattr__ __reduce__ __reduce_ex__ '
    '__deepcopy__ __dict__ __doc__ __init_subclass__ __subclasshook__ __getnewargs__ __sizeof__ '
    '__dir__ __getstate__ __radd__ __format__ __module__ __weakref__ __slots__'.split()
)


def _promise_class(func, result_classes):
    def __init__(self, args, kwargs):
        self._args, self._kw = args, kwargs

    def __deepcopy__(self, memo):
        memo[id(self)] = self
        return self

    namespace = {
        '__init__': __init__,
        '__deepcopy__': __deepcopy__,
        '_cast': lambda self: func(*self._args, **self._kw),
        '__reduce__': lambda self: (_promise_again, (func, self._args, self._kw, *result_classes)),
        '__radd__': lambda self, other: other + self._cast(),
    }
    names = {name for cls in result_classes for base in cls.__mro__ for name in vars(base)}
    for name in (names - _OWN_METHODS).union(_COMMON_METHODS):
        namespace[name] = _forward(name)
    return type('__proxy__', (Promise,), namespace)


def _promise_again(func, args, kwargs, *result_classes):
    return lazy(func, *result_classes)(*args, **kwargs)


def lazy(func, *resultclasses):
    """Turns `func` into one whose call gives a promise; `func` runs at every use of it."""
    promise_class = _promise_class(func, resultclasses)

    @wraps(func)
    def promise(*args, **kwargs):
        return promise_class(args, kwargs)

    return promise


def lazystr(text):
    return lazy(str, str)(text)


def keep_lazy(*resultclasses):
    """A decorator: the function waits when an argument is a promise, and runs at once when none is."""
    if not resultclasses:
        raise TypeError('You must pass at least one argument to keep_lazy().')

    def decorate(func):
        waiting = []

        @wraps(func)
        def wrapper(*args, **kwargs):
            for argument in (*args, *kwargs.values()):
                if isinstance(argument, Promise):
                    if not waiting:
                        waiting.append(lazy(func, *resultclasses))
                    return waiting[0](*args, **kwargs)
            return func(*args, **kwargs)

        return wrapper

    return decorate


def keep_lazy_text(func):
    return keep_lazy(str)(func)


def _awake(lazy_object):
    """The object behind a lazy object, made now if it was not yet."""
    if lazy_object._wrapped is empty:
        lazy_object._setup()
    return lazy_object._wrapped


def new_method_proxy(func):
    """A method that wakes the lazy object and calls `func` on what it wraps."""

    def method(self, *args):
        return func(_awake(self), *args)

    return method


class LazyObject:
    """Stands for an object that subclasses make in `_setup()`, by setting `_wrapped`."""

    _wrapped = None

    def __init__(self):
        self._wrapped = empty

    def _setup(self):
        raise NotImplementedError('subclasses of LazyObject must provide a _setup() method')

    def _unmade_copy(self):
        return type(self)()

    __getattr__ = new_method_proxy(getattr)

    def __setattr__(self, name, value):
        if name == '_wrapped':
            self.__dict__[name] = value
        else:
            setattr(_awake(self), name, value)

    def __delattr__(self, name):
        if name == '_wrapped':
            raise TypeError("can't delete _wrapped.")
        delattr(_awake(self), name)

    def __reduce__(self):
        return unpickle_lazyobject, (_awake(self),)

    def __copy__(self):
        return self._unmade_copy() if self._wrapped is empty else copy.copy(self._wrapped)

    def __deepcopy__(self, memo):
        if self._wrapped is not empty:
            return copy.deepcopy(self._wrapped, memo)
        memo[id(self)] = twin = self._unmade_copy()
        return twin

    __class__ = property(new_method_proxy(lambda wrapped: wrapped.__class__))
    __bytes__ = new_method_proxy(bytes)
    __str__ = new_method_proxy(str)
    __bool__ = new_method_proxy(bool)
    __dir__ = new_method_proxy(dir)
    __hash__ = new_method_proxy(hash)
    __iter__ = new_method_proxy(iter)
    __len__ = new_method_proxy(len)
    __eq__ = new_method_proxy(lambda wrapped, other: wrapped == other)
    __ne__ = new_method_proxy(lambda wrapped, other: wrapped != other)
    __lt__ = new_method_proxy(lambda wrapped, other: wrapped < other)
    __gt__ = new_method_proxy(lambda wrapped, other: wrapped > other)
    __contains__ = new_method_proxy(lambda wrapped, item: item in wrapped)
    __getitem__ = new_method_proxy(lambda wrapped, key: wrapped[key])

    def __setitem__(self, key, value):
        _awake(self)[key] = value

    def __delitem__(self, key):
        del _awake(self)[key]


def unpickle_lazyobject(wrapped):
    return wrapped


class SimpleLazyObject(LazyObject):
    """A lazy object made by calling the given function."""

    def __init__(self, func):
        self.__dict__['_setupfunc'] = func
        super().__init__()

    def _setup(self):
        self._wrapped = self._setupfunc()

    def _unmade_copy(self):
        return SimpleLazyObject(self._setupfunc)

    def __repr__(self):
        inside = self._setupfunc if self._wrapped is empty else self._wrapped
        return f'<{type(self).__name__}: {inside!r}>'

    if VERSION >= (4, 0):
        __add__ = new_method_proxy(lambda wrapped, other: wrapped + other)
        __radd__ = new_method_proxy(lambda wrapped, other: other + wrapped)


def partition(predicate, values):
    """Two lists: the values for which the predicate is false, and those for which it is true."""
    no, yes = [], []
    for value in values:
        (yes if predicate(value) else no).append(value)
    return no, yes
