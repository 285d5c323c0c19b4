"""A view from its dotted path."""

import importlib

from django.core.exceptions import ViewDoesNotExist


def get_callable(view):
    """A view, or the view that a dotted path names. Raises ImportError or ViewDoesNotExist."""
    if callable(view):
        return view
    if not isinstance(view, str):
        raise ViewDoesNotExist(f"'{view}' is not a callable or a dot-notation path")
    module_name, _, name = view.rpartition(".")
    if not module_name:
        raise ImportError(f"Could not import '{view}'. The path must be fully qualified.")
    try:
        module = importlib.import_module(module_name)
    except ModuleNotFoundError as error:
        if error.name != module_name or "." not in module_name:
            raise
        raise ViewDoesNotExist(f"Could not import '{view}'. Parent module {module_name} does not exist.") from error
    if not hasattr(module, name):
        raise ViewDoesNotExist(f"Could not import '{view}'. View does not exist in module {module_name}.")
    found = getattr(module, name)
    if not callable(found):
        raise ViewDoesNotExist(f"Could not import '{module_name}.{name}'. View is not callable.")
    return found
