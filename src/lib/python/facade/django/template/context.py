"""The variables that a template sees: a stack of dictionaries."""

from contextlib import contextmanager
from copy import copy

from django import VERSION

# What every template rendered with a request gets, whatever the settings name.
_builtin_context_processors = ('django.template.context_processors.csrf',)


class ContextPopException(Exception):
    """`pop()` without a `push()`."""


class ContextDict(dict):
    """One dictionary of the stack; as a context manager it leaves the stack at the end."""

    def __init__(self, context, *args, **kwargs):
        super().__init__(*args, **kwargs)
        context.dicts.append(self)
        self.context = context

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.context.pop()


class BaseContext:
    def __init__(self, dict_=None):
        self._reset_dicts(dict_)

    def _reset_dicts(self, value=None):
        self.dicts = [{'True': True, 'False': False, 'None': None}]
        if isinstance(value, BaseContext) and VERSION >= (5, 0):
            self.dicts += value.dicts[1:]
        elif value is not None:
            self.dicts.append(value)

    def __copy__(self):
        twin = object.__new__(type(self))
        twin.__dict__ = copy(self.__dict__)
        twin.dicts = self.dicts[:]
        return twin

    def __repr__(self):
        return repr(self.dicts)

    def __iter__(self):
        return reversed(self.dicts)

    def push(self, *args, **kwargs):
        layers = []
        for item in args:
            layers += item.dicts[1:] if isinstance(item, BaseContext) else [item]
        return ContextDict(self, *layers, **kwargs)

    def pop(self):
        if len(self.dicts) == 1:
            raise ContextPopException
        return self.dicts.pop()

    def _holder(self, key):
        """The innermost dictionary with that key, or None."""
        return next((layer for layer in reversed(self.dicts) if key in layer), None)

    def __getitem__(self, key):
        holder = self._holder(key)
        if holder is None:
            raise KeyError(key)
        return holder[key]

    def __setitem__(self, key, value):
        self.dicts[-1][key] = value

    def __delitem__(self, key):
        del self.dicts[-1][key]

    def __contains__(self, key):
        return self._holder(key) is not None

    def set_upward(self, key, value):
        """Sets the variable where it is already set, else in the innermost dictionary."""
        holder = self._holder(key)
        (self.dicts[-1] if holder is None else holder)[key] = value

    def get(self, key, otherwise=None):
        holder = self._holder(key)
        return otherwise if holder is None else holder[key]

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def new(self, values=None):
        """A context of the same kind with other values only."""
        fresh = copy(self)
        fresh._reset_dicts(values)
        return fresh

    def flatten(self):
        """All variables as one dictionary."""
        flat = {}
        for layer in self.dicts:
            flat.update(layer)
        return flat

    def __eq__(self, other):
        if not isinstance(other, BaseContext):
            return NotImplemented
        return self.flatten() == other.flatten()


class Context(BaseContext):
    """The context of a template."""

    def __init__(self, dict_=None, autoescape=True, use_l10n=None, use_tz=None):
        self.autoescape = autoescape
        self.use_l10n = use_l10n
        self.use_tz = use_tz
        self.template_name = 'unknown'
        self.render_context = RenderContext()
        # The outermost template while it is rendered.
        self.template = None
        super().__init__(dict_)

    @contextmanager
    def bind_template(self, template):
        if self.template is not None:
            raise RuntimeError('Context is already bound to a template')
        self.template = template
        try:
            yield
        finally:
            self.template = None

    def __copy__(self):
        twin = super().__copy__()
        twin.render_context = copy(self.render_context)
        return twin

    def update(self, other_dict):
        """Pushes the variables of another dictionary."""
        if not hasattr(other_dict, '__getitem__'):
            raise TypeError('other_dict must be a mapping (dictionary-like) object.')
        if isinstance(other_dict, BaseContext):
            other_dict = other_dict.dicts[1:].pop()
        return ContextDict(self, other_dict)


class RenderContext(BaseContext):
    """What nodes remember while one template is rendered; an included template starts with nothing."""

    template = None

    def __iter__(self):
        return iter(self.dicts[-1])

    def _holder(self, key):
        return self.dicts[-1] if key in self.dicts[-1] else None

    @contextmanager
    def push_state(self, template, isolated_context=True):
        outer, self.template = self.template, template
        if isolated_context:
            self.push()
        try:
            yield
        finally:
            self.template = outer
            if isolated_context:
                self.pop()


class RequestContext(Context):
    """A context with the variables of the engine's context processors."""

    def __init__(self, request, dict_=None, processors=None, use_l10n=None, use_tz=None, autoescape=True):
        super().__init__(dict_, use_l10n=use_l10n, use_tz=use_tz, autoescape=autoescape)
        self.request = request
        self._processors = () if processors is None else tuple(processors)
        self._processors_index = len(self.dicts)
        # One layer for the processors, one above it for what comes later.
        self.update({})
        self.update({})

    @contextmanager
    def bind_template(self, template):
        with super().bind_template(template):
            processors = template.engine.template_context_processors + self._processors
            self.dicts[self._processors_index] = self._processed(processors)
            try:
                yield
            finally:
                self.dicts[self._processors_index] = {}

    def _processed(self, processors):
        variables = {}
        for processor in processors:
            given = processor(self.request)
            try:
                variables.update(given)
            except TypeError as error:
                if VERSION < (5, 0):
                    raise
                raise TypeError(
                    f"Context processor {processor.__qualname__} didn't return a dictionary."
                ) from error
        return variables

    def new(self, values=None):
        fresh = super().new(values)
        # Contexts made this way have nothing from the processors.
        fresh.__dict__.pop('_processors_index', None)
        return fresh


def make_context(context, request=None, **kwargs):
    """A Context out of a dictionary; with a request, a RequestContext whose processors the dictionary overrides."""
    if context is not None and not isinstance(context, dict):
        raise TypeError(f'context must be a dict rather than {type(context).__name__}.')
    if request is None:
        return Context(context, **kwargs)
    made = RequestContext(request, **kwargs)
    if context:
        made.push(context)
    return made
