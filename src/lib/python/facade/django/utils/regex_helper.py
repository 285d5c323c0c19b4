"""Regular expressions that are compiled at their first use."""

import re

from django.utils.functional import SimpleLazyObject


def _lazy_re_compile(regex, flags=0):
    return SimpleLazyObject(lambda: re.compile(regex, flags) if isinstance(regex, str) else regex)
