"""The filters, by theme. Each module has a table `REGISTERED` of filters by name."""

from functools import wraps
from inspect import unwrap

from django.utils.safestring import SafeData, mark_safe


def stringfilter(func):
    """A decorator: the filter gets text, whatever it is applied to; safe text stays safe when it may."""

    @wraps(func)
    def filter_text(first, *args, **kwargs):
        text = str(first)
        result = func(text, *args, **kwargs)
        if isinstance(text, SafeData) and getattr(unwrap(func), 'is_safe', False):
            result = mark_safe(result)
        return result

    filter_text._decorated_function = getattr(func, '_decorated_function', func)
    return filter_text
