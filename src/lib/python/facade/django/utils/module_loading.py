"""Importing by dotted name."""

import os
import sys
from importlib import import_module


def import_string(dotted_path):
    """The attribute or class that a dotted path names. Raises ImportError."""
    try:
        module_path, name = dotted_path.rsplit('.', 1)
    except ValueError as error:
        raise ImportError(f"{dotted_path} doesn't look like a module path") from error
    module = sys.modules.get(module_path) or import_module(module_path)
    try:
        return getattr(module, name)
    except AttributeError as error:
        raise ImportError(
            f'Module "{module_path}" does not define a "{name}" attribute/class'
        ) from error


def module_has_submodule(package, module_name):
    """Whether `module_name` can be found inside the package."""
    from importlib.util import find_spec

    try:
        package.__path__
    except AttributeError:
        return False
    try:
        return find_spec(f'{package.__name__}.{module_name}', package.__path__) is not None
    except ModuleNotFoundError:
        return False


def autodiscover_modules(*args, register_to=None):
    """Imports the named modules of each installed application that has them."""
    from django.apps import apps

    for app_config in apps.get_app_configs():
        for name in args:
            if module_has_submodule(app_config.module, name):
                import_module(f'{app_config.name}.{name}')


def module_dir(module):
    """The folder of a module. Raises ValueError for a namespace package spread over several."""
    paths = list(getattr(module, '__path__', []))
    if len(paths) == 1:
        return paths[0]
    filename = getattr(module, '__file__', None)
    if filename is None:
        raise ValueError(f'Cannot determine directory containing {module}')
    return os.path.dirname(filename)
