"""Text that is HTML already and must not be escaped again."""

from functools import wraps

from django.utils.functional import keep_lazy


class SafeData:
    __slots__ = ()

    def __html__(self):
        return self


class SafeString(str, SafeData):
    """Text marked as HTML. Joined to other safe text it stays safe; joined to anything else it does not."""

    __slots__ = ()

    def __add__(self, other):
        joined = super().__add__(other)
        return SafeString(joined) if isinstance(other, SafeData) else joined

    def __str__(self):
        return self


SafeText = SafeString


@keep_lazy(SafeString)
def mark_safe(s):
    """Marks a text as HTML; on a function or method, marks what it returns."""
    if hasattr(s, '__html__'):
        return s
    if callable(s):

        @wraps(s)
        def marked(*args, **kwargs):
            return mark_safe(s(*args, **kwargs))

        return marked
    return SafeString(s)
