"""Paths."""

import os


def safe_join(base, *paths):
    """The paths joined under `base`. Raises SuspiciousFileOperation when the result lies outside."""
    from django.core.exceptions import SuspiciousFileOperation

    base = os.path.abspath(base)
    path = os.path.abspath(os.path.join(base, *paths))
    inside = base if base.endswith(os.sep) else base + os.sep
    if path != base and not path.startswith(inside):
        raise SuspiciousFileOperation(
            f'The joined path ({path}) is located outside of the base path component ({base})'
        )
    return path


def to_path(value):
    from pathlib import Path

    if isinstance(value, Path):
        return value
    if not isinstance(value, str):
        raise TypeError('Invalid path type: %s' % type(value).__name__)
    return Path(value)
